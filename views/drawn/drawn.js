// Draws HTML made in Python, every slice of it escaped there. Where the browser can, it leaves out scripts itself.

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".px-drawn");
  if (root.shown === data.html) return;
  if (root.setHTML) root.setHTML(data.html, { sanitizer: {} });
  else root.innerHTML = data.html;
  root.shown = data.html;
}

// Draws the table made in Python, every slice of it escaped there, and reports which term was chosen.

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const root = parentElement.querySelector(".px-words");
  if (root.shown !== data.html) {
    root.innerHTML = data.html;
    root.shown = data.html;
  }
  const buttons = [...root.querySelectorAll("button[data-term]")];
  for (const button of buttons) {
    button.setAttribute("aria-pressed", String(button.dataset.term === data.chosen));
    button.onclick = () => setStateValue("term", button.dataset.term === data.chosen ? null : button.dataset.term);
  }
}

// Draws the columns and switches layers. A layer is a class on the root: no rerun, no request.
// The columns arrive as HTML whose every slice was escaped in Python (analysis.highlight).

const PARAMETER = "layers";

function layersInAddress(all) {
  const wanted = new URL(window.location.href).searchParams.get(PARAMETER);
  return wanted === null ? new Set(all) : new Set(all.filter((name) => wanted.split(".").includes(name)));
}

function keepInAddress(all, on) {
  const address = new URL(window.location.href);
  if (on.size === all.length) address.searchParams.delete(PARAMETER);
  else address.searchParams.set(PARAMETER, all.filter((name) => on.has(name)).join(".") || "none");
  window.history.replaceState(window.history.state, "", address);
}

function apply(root, all, on) {
  for (const name of all) root.classList.toggle("off-" + name, !on.has(name));
  for (const button of root.querySelectorAll("button[data-layer]"))
    button.setAttribute("aria-pressed", String(on.has(button.dataset.layer)));
}

export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".rv");
  const buttons = [...root.querySelectorAll("button[data-layer]")];
  const all = buttons.map((button) => button.dataset.layer);
  const columns = root.querySelector(".rv-cols");
  if (columns.shown !== data.html) {
    columns.innerHTML = data.html;
    columns.shown = data.html;
  }
  columns.style.setProperty("--columns", data.columns);
  // What is on stays on when other articles are chosen; Python, which does not know it, rewrites the address then.
  const on = (root.layersOn ??= layersInAddress(all));
  apply(root, all, on);
  const later = window.setTimeout(() => keepInAddress(all, on), 300);
  for (const button of buttons)
    button.onclick = () => {
      if (!on.delete(button.dataset.layer)) on.add(button.dataset.layer);
      apply(root, all, on);
      keepInAddress(all, on);
    };
  return () => window.clearTimeout(later);
}

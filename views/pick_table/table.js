// Draws the table made in Python, every slice of it escaped there, and reports which of its buttons was chosen.
// A button with data-statement also shows that statement in the reading view, which listens for it.

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const root = parentElement.querySelector(".px-pick");
  if (root.shown !== data.html) {
    root.innerHTML = data.html;
    root.shown = data.html;
  }
  const buttons = [...root.querySelectorAll("button[data-pick]")];
  for (const button of buttons) {
    const chosen = button.dataset.pick === data.chosen;
    button.setAttribute("aria-pressed", String(chosen));
    button.onclick = () => {
      setStateValue("pick", chosen ? null : button.dataset.pick);
      if (button.dataset.statement)
        window.dispatchEvent(
          new CustomEvent("parallax-statement", { detail: chosen ? null : button.dataset.statement }));
    };
  }
}

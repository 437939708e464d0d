// Two things only a browser can do: put the address on the clipboard, and print.

async function copied(text) {
  if (navigator.clipboard && window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return true;
  }
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

export default function (component) {
  const root = component.parentElement.querySelector(".px-actions");
  const said = root.querySelector(".said");
  root.querySelector("[data-action=print]").onclick = () => window.print();
  root.querySelector("[data-action=copy]").onclick = async () => {
    const done = await copied(window.location.href).catch(() => false);
    said.textContent = done ? "Link copied" : "Copy the link from the address bar";
    window.setTimeout(() => (said.textContent = ""), 4000);
  };
}

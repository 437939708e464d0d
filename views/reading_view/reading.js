// Draws the columns, switches layers and shows one statement in all of them, or how others put a loaded word. A layer is a class on the root, a chosen
// statement a class on its sentences: no rerun, no request.
// The columns arrive as HTML whose every slice was escaped in Python (analysis.highlight).

const LAYERS = "layers";
const STATEMENT = "statement";

function asked(name) {
  return new URL(window.location.href).searchParams.get(name);
}

function keep(name, value) {
  const address = new URL(window.location.href);
  if (value === null) address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  window.history.replaceState(window.history.state, "", address);
}

function layersInAddress(buttons) {
  const wanted = asked(LAYERS)?.split(".");
  const isOn = (button) =>
    wanted ? wanted.includes(button.dataset.layer) : button.getAttribute("aria-pressed") === "true";
  return new Set(buttons.filter(isOn).map((button) => button.dataset.layer));
}

function keepLayers(all, on, usual) {
  const same = on.size === usual.size && [...on].every((name) => usual.has(name));
  keep(LAYERS, same ? null : all.filter((name) => on.has(name)).join(".") || "none");
}

function applyLayers(root, buttons, on) {
  for (const button of buttons) {
    root.classList.toggle("off-" + button.dataset.layer, !on.has(button.dataset.layer));
    button.setAttribute("aria-pressed", String(on.has(button.dataset.layer)));
  }
}

function holds(sentence, name, number) {
  return sentence.dataset[name].split(" ").includes(String(number));
}

// The sentences that tell a statement; where a column has none, the nearest one, marked as such.
function showStatement(root, statements, number) {
  const bar = root.querySelector(".rv-bar");
  const alone = { number, gist: "", said: "found in one article only" };
  const told = [...root.querySelectorAll(".st")].some((sentence) => holds(sentence, "st", number));
  const chosen = statements.find((each) => each.number === number) ?? (told ? alone : null);
  bar.hidden = !chosen;
  for (const sentence of root.querySelectorAll(".st")) {
    const found = chosen !== null && holds(sentence, "st", number);
    const near = chosen !== null && !found && holds(sentence, "near", number);
    sentence.classList.toggle("picked", found);
    sentence.classList.toggle("nearest", near);
    if (near) sentence.dataset.note = `Statement ${number}: not found in this article; nearest sentence:`;
  }
  if (!chosen) return;
  bar.querySelector(".rv-bar-what").textContent = `Statement ${number}${chosen.gist && ": "}${chosen.gist}`;
  bar.querySelector(".rv-bar-said").textContent = chosen.said;
}

// A loaded word: its statement in all columns, and in the bar how the other outlets put it.
function showWord(root, words, key) {
  for (const mark of root.querySelectorAll("mark[data-alt]")) {
    const chosen = key !== null && mark.dataset.alt === key;
    mark.classList.toggle("chosen", chosen);
    mark.setAttribute("aria-pressed", String(chosen));
  }
  const word = words?.[key];
  if (!word) return;
  const bar = root.querySelector(".rv-bar");
  bar.hidden = false;
  bar.querySelector(".rv-bar-what").textContent = `${word.word}.`;
  bar.querySelector(".rv-bar-said").textContent = `Others say: ${word.said}`;
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
  root.usual ??= new Set(buttons.filter((one) => one.getAttribute("aria-pressed") === "true").map((one) => one.dataset.layer));
  const on = (root.layersOn ??= layersInAddress(buttons));
  if (root.statement === undefined) root.statement = Number(asked(STATEMENT)) || null;
  applyLayers(root, buttons, on);
  root.word ??= null;
  const show = () => {
    showStatement(root, data.statements, root.statement);
    showWord(root, data.words, root.word);
  };
  show();

  const keepAll = () => {
    keepLayers(all, on, root.usual);
    keep(STATEMENT, root.statement);
  };
  const choose = (number) => {
    root.statement = number;
    root.word = null;
    show();
    keep(STATEMENT, number);
  };
  const chooseWord = (key) => {
    const same = root.word === key;
    choose(same ? null : data.words[key].statement);
    root.word = same ? null : key;
    show();
  };
  const step = (by) => {
    const numbers = data.statements.map((each) => each.number);
    const place = numbers.indexOf(root.statement) + by;
    if (numbers.length) choose(numbers[(Math.max(place, -1) + numbers.length) % numbers.length]);
  };
  // One stop of the Tab key for all numbers of a column, one for its words; the arrow keys go from one to the next.
  const kinds = [".sn", "mark[data-alt]"];
  for (const column of columns.querySelectorAll("article"))
    for (const kind of kinds)
      for (const [place, each] of column.querySelectorAll(kind).entries()) each.tabIndex = place ? -1 : 0;
  const walk = (event) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const kind = kinds.find((each) => event.target.closest?.(each));
    if (!by || !kind) return;
    const from = event.target.closest(kind);
    const all = [...from.closest("article").querySelectorAll(kind)];
    const to = all[all.indexOf(from) + by];
    if (!to) return;
    event.preventDefault();
    from.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  };
  const press = (event) => {
    const number = event.target.closest?.(".sn")?.dataset.n;
    const key = event.target.closest?.("mark[data-alt]")?.dataset.alt;
    if ((!number && !data.words?.[key]) || (event.type === "keydown" && event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    if (number) choose(Number(number) === root.statement ? null : Number(number));
    else chooseWord(key);
  };
  const told = (event) => choose(event.detail === null ? null : Number(event.detail));

  for (const button of buttons)
    button.onclick = () => {
      if (!on.delete(button.dataset.layer)) on.add(button.dataset.layer);
      applyLayers(root, buttons, on);
      keepLayers(all, on, root.usual);
    };
  for (const button of root.querySelectorAll("button[data-go]"))
    button.onclick = () => (button.dataset.go === "0" ? choose(null) : step(Number(button.dataset.go)));
  columns.onclick = press;
  columns.onkeydown = (event) => {
    walk(event);
    press(event);
  };
  // Python, which does not know the statement, leaves it out whenever it rewrites the address of this story.
  const place = () => window.location.pathname + asked("story");
  const home = place();
  let writing = false; // what is written here is told at once too
  const rewritten = () => {
    if (writing || place() !== home || asked(STATEMENT) === (root.statement === null ? null : String(root.statement)))
      return;
    writing = true;
    keepAll();
    writing = false;
  };
  window.navigation?.addEventListener("currententrychange", rewritten);
  window.addEventListener("parallax-statement", told);
  const later = window.setTimeout(keepAll, 300);
  return () => {
    window.clearTimeout(later);
    window.removeEventListener("parallax-statement", told);
    window.navigation?.removeEventListener("currententrychange", rewritten);
  };
}

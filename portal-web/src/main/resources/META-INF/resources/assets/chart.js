// Shows a point's numbers beside the pointer, or beside the point chosen with the arrow keys.
const texts = new WeakMap();

function prepare(drawing) {
  if (drawing.dataset.ready) return;
  drawing.dataset.ready = "true";
  drawing.setAttribute("tabindex", "0");
  for (const hit of drawing.querySelectorAll(".hit")) {
    const title = hit.querySelector("title");
    texts.set(hit, title?.textContent ?? "");
    title?.remove();
  }
}

function tipOf(chart) {
  let tip = chart.querySelector(".tip");
  if (!tip) {
    tip = document.createElement("div");
    tip.className = "tip";
    tip.setAttribute("role", "status");
    chart.append(tip);
  }
  return tip;
}

function hide(chart) {
  chart.querySelector(".tip")?.remove();
  for (const on of chart.querySelectorAll(".hit.on")) on.classList.remove("on");
}

function show(hit) {
  const chart = hit.closest(".chart");
  if (hit.classList.contains("on")) return;
  hide(chart);
  hit.classList.add("on");
  const tip = tipOf(chart);
  tip.textContent = texts.get(hit);
  const frame = chart.getBoundingClientRect();
  const box = hit.getBoundingClientRect();
  const right = box.right - frame.left + 8;
  const left = right + tip.offsetWidth > frame.width ? box.left - frame.left - tip.offsetWidth - 8 : right;
  tip.style.left = `${Math.max(0, left)}px`;
  tip.style.top = `${box.top - frame.top + 8}px`;
}

function open(hit) {
  if (hit?.dataset.href) location.assign(hit.dataset.href);
}

document.addEventListener("click", (event) => open(event.target.closest?.(".hit")));
document.addEventListener("pointermove", (event) => {
  const drawing = event.target.closest?.(".drawing");
  const hit = event.target.closest?.(".hit");
  if (drawing) prepare(drawing);
  if (hit) show(hit);
  else for (const tip of document.querySelectorAll(".tip")) if (!tip.closest(".chart").contains(document.activeElement)) hide(tip.closest(".chart"));
});

document.addEventListener("focusin", (event) => {
  if (event.target.matches?.(".drawing")) show(event.target.querySelector(".hit:last-of-type"));
});
document.addEventListener("focusout", (event) => {
  if (event.target.matches?.(".drawing")) hide(event.target.closest(".chart"));
});
document.addEventListener("keydown", (event) => {
  if (!event.target.matches?.(".drawing")) return;
  const hits = [...event.target.querySelectorAll(".hit")];
  const now = hits.findIndex((hit) => hit.classList.contains("on"));
  const next = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: hits.length - 1 }[event.key];
  if (event.key === "Escape") hide(event.target.closest(".chart"));
  if (event.key === "Enter") open(hits[now]);
  if (next === undefined) return;
  event.preventDefault();
  const hit = hits[Math.min(Math.max(next, 0), hits.length - 1)];
  if (hit) show(hit);
});

const prepareAll = () => document.querySelectorAll(".drawing").forEach(prepare);
prepareAll();
document.addEventListener("htmx:after:swap", prepareAll);

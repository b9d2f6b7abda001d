// A little help for readers: filter the points, go to the next one, copy a wording. The page is whole without it.
(() => {
  "use strict";
  const points = [...document.querySelectorAll("article.point")];
  const panel = document.getElementById("filter");
  const walk = document.getElementById("walk");
  const said = document.getElementById("filter-said");
  const printed = document.getElementById("filter-printed");
  if (!panel || !walk || points.length < 2) return;
  const selects = [...panel.querySelectorAll("select")];
  const folds = [...document.querySelectorAll("details.fold")];
  const wasOpen = new Map();
  let last = null; // the point that a button led to

  const matches = (point) => selects.every((s) => !s.value || point.dataset[s.dataset.by].split(" ").includes(s.value));
  const filter = () => {
    const on = selects.some((s) => s.value);
    let shown = 0;
    for (const point of points) {
      point.hidden = !matches(point);
      if (!point.hidden) shown += 1;
    }
    for (const fold of folds) {
      const some = fold.querySelector("article.point:not([hidden])") !== null;
      const holds = fold.querySelector("article.point") !== null;
      fold.hidden = on && !some;
      if (on && !wasOpen.has(fold)) wasOpen.set(fold, fold.open);
      if (on && holds) fold.open = some;
      if (!on && wasOpen.has(fold)) fold.open = wasOpen.get(fold);
    }
    if (!on) wasOpen.clear();
    const text = on ? `${shown} of ${points.length} points shown.` : `All ${points.length} points shown.`;
    said.textContent = text;
    printed.textContent = on ? `A filter was on when this was printed: ${text}` : "";
  };
  const go = (step) => {
    const open = points.filter((point) => !point.hidden);
    if (!open.length) return;
    const box = last && last.getBoundingClientRect();
    const here = document.activeElement.closest("article.point") || (box && box.bottom > 0 && box.top < innerHeight ? last : null);
    let at = open.indexOf(here);
    if (at < 0) {
      const line = 80; // pixels below the top edge: the point there is the one being read
      const below = open.findIndex((point) => point.getClientRects().length && point.getBoundingClientRect().top > line);
      at = (below < 0 ? open.length : below) - (step > 0 ? 1 : 0);
    }
    const next = open[(at + step + open.length) % open.length];
    for (let up = next.parentElement; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    const heading = document.getElementById(`${next.id}-heading`);
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
    last = next;
  };
  const byHand = (text) => {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  };
  const copy = async (button) => {
    const text = document.getElementById(button.dataset.copies).textContent.trim();
    let done = false;
    try {
      await navigator.clipboard.writeText(text);
      done = true;
    } catch {
      done = byHand(text);
      button.focus();
    }
    button.textContent = done ? "Copied" : "Select the words and copy them";
    setTimeout(() => { button.textContent = "Copy this wording"; }, 4000);
  };

  for (const select of selects) select.addEventListener("change", filter);
  document.getElementById("filter-clear").addEventListener("click", () => {
    for (const select of selects) select.value = "";
    filter();
  });
  document.getElementById("walk-next").addEventListener("click", () => go(1));
  document.getElementById("walk-before").addEventListener("click", () => go(-1));
  for (const button of document.querySelectorAll("button[data-copies]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
  const shut = [];
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("main details:not([open])")) { shut.push(fold); fold.open = true; }
  });
  addEventListener("afterprint", () => { while (shut.length) shut.pop().open = false; });
  panel.hidden = false;
  walk.hidden = false;
  filter();
})();

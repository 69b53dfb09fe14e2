// Paragraphs to put in order: drag with the mouse, or the two buttons of each paragraph, or Alt with an arrow key.
function makeArea(sheet, changed) {
  const box = make("ol", { class: "tm-order" });
  const voice = make("p", { class: "tm-help", "aria-live": "polite" });
  const rows = sheet.paragraphs.map((text, place) => makeRow(text, place));
  let held = null;
  function makeRow(text, place) {
    const row = make("li", { draggable: "true", "data-place": place });
    const up = button("上移", () => move(row, -1, up), "tm-small");
    const down = button("下移", () => move(row, 1, down), "tm-small");
    up.setAttribute("aria-label", `上移：${text.slice(0, 12)}`);
    down.setAttribute("aria-label", `下移：${text.slice(0, 12)}`);
    row.append(make("span", { class: "tm-paragraph" }, text), make("span", { class: "tm-moves" }, up, down));
    row.addEventListener("dragstart", (event) => { held = row; event.dataTransfer.effectAllowed = "move"; event.dataTransfer.setData("text/plain", ""); });
    row.addEventListener("dragover", (event) => { if (held) event.preventDefault(); });
    row.addEventListener("drop", (event) => { event.preventDefault(); if (held && held !== row) drop(held, row); held = null; });
    row.addEventListener("keydown", (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (event.altKey && step) { event.preventDefault(); event.stopPropagation(); move(row, step, event.target); }
    });
    return row;
  }
  function drop(row, on) {
    const all = [...box.children];
    box.insertBefore(row, all.indexOf(row) < all.indexOf(on) ? on.nextSibling : on);
    tell(row);
  }
  function move(row, step, focus) {
    const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    box.insertBefore(row, step < 0 ? other : other.nextSibling);
    focus.focus();
    tell(row);
  }
  function tell(row) {
    voice.textContent = `移到了第${[...box.children].indexOf(row) + 1}位。`;
    changed();
  }
  box.append(...rows);
  return {
    node: make("div", {}, make("p", { class: "tm-help" }, "拖动，或按“上移”“下移”。"), box, voice),
    read: () => [...box.children].map((row) => Number(row.dataset.place)),
    write: (answer) => box.append(...answer.map((place) => rows[place]).filter(Boolean)),
  };
}

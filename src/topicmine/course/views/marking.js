// Passages to mark: click a clause, or drag over any words; with the keyboard arrows walk the clauses and space marks.
function makeArea(sheet, changed) {
  const letters = Array.from(sheet.text);
  const on = letters.map(() => false);
  const clauses = cut(letters, /[，。！？；：、\n]/);
  const group = make("div", { class: "tm-text tm-marking", role: "group", "aria-label": "要标的文字，逐句可选" });
  const nodes = clauses.map(([start, end], place) => make("span", {
    role: "checkbox", tabindex: place ? "-1" : "0", "data-start": start,
    onclick: () => { if (getSelection().isCollapsed) { walk(place); toggle(place); } },
    onkeydown: (event) => press(event, place),
  }));
  function toggle(place) {
    const [start, end] = clauses[place];
    const all = on.slice(start, end).every(Boolean);
    set(start, end, !all);
  }
  function set(start, end, value) {
    for (let at = start; at < end; at += 1) on[at] = value;
    draw();
    changed();
  }
  function walk(place) {
    nodes.forEach((node, number) => node.setAttribute("tabindex", number === place ? "0" : "-1"));
    nodes[place].focus();
  }
  function press(event, place) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === " " || event.key === "Enter") toggle(place);
    else if (step) walk(Math.min(Math.max(place + step, 0), nodes.length - 1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function draw() {
    clauses.forEach(([start, end], place) => {
      const parts = [];
      for (let at = start; at < end;) {
        let next = at;
        while (next < end && on[next] === on[at]) next += 1;
        const words = letters.slice(at, next).join("");
        parts.push(on[at] ? make("mark", { class: "tm-picked" }, words) : words);
        at = next;
      }
      const some = on.slice(start, end).filter(Boolean).length;
      nodes[place].setAttribute("aria-checked", some === end - start ? "true" : some ? "mixed" : "false");
      nodes[place].replaceChildren(...parts);
    });
  }
  group.addEventListener("mouseup", () => {
    const range = dragged(group);
    if (range) { set(range[0], range[1], true); getSelection().removeAllRanges(); }
  });
  group.append(...nodes);
  draw();
  const help = "点一下一句话就标上，再点取消；也可以按住鼠标拖过要标的几个字。键盘：方向键走，空格键标。";
  const clear = button("全部取消", () => set(0, letters.length, false), "tm-small");
  return {
    holdsText: true,
    node: make("div", {}, make("p", { class: "tm-help" }, help), group, clear),
    read: () => runs(letters, on),
    write: (answer) => { answer.forEach(([start, end]) => { for (let at = start; at < end; at += 1) on[at] = true; }); draw(); },
  };
}

function cut(letters, ends) {
  const found = [];
  let start = 0;
  letters.forEach((letter, at) => {
    if (ends.test(letter) || at === letters.length - 1) { found.push([start, at + 1]); start = at + 1; }
  });
  return found;
}

// what is marked, parted at the ends of sentences
function runs(letters, on) {
  const found = [];
  for (const [from, to] of cut(letters, /[。！？；\n]/)) {
    for (let at = from; at < to;) {
      let next = at;
      while (next < to && on[next] === on[at]) next += 1;
      if (on[at]) found.push([at, next]);
      at = next;
    }
  }
  return found;
}

// the dragged selection as code points of the text, or null
function dragged(group) {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!group.contains(range.startContainer) || !group.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(group);
  before.setEnd(range.startContainer, range.startOffset);
  const start = Array.from(before.toString()).length;
  return [start, start + Array.from(range.toString()).length];
}

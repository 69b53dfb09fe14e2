// The 选题工作台: material in, leads out, weights to drag, the lead beside its source.
function render({ model, el }) {
  const line = talk(model, "state", 300000);
  const status = make("div", { class: "tm-status", role: "status" });
  const tell = (kind, text) => { status.className = `tm-status tm-${kind}`; status.textContent = text; };
  const quiet = () => tell("bad", LOST.replace("这个答案还没有保存", "这一步没有做成"));
  const ask = (message) => line.send(message, quiet);
  const start = model.get("state");
  const pages = { count: 1 };
  const tune = makeTune(start, () => { pages.count = 1; ask(view()); });
  const view = () => ({ do: "view", ...tune.read(), pages: pages.count });
  const list = make("div", {});
  const detail = make("div", { tabindex: "-1" });
  const top = makeTop(start, (message) => { tell("plain", "正在读材料，大的文件夹要等一会儿……"); ask(message); });
  const exports = make("div", { class: "tm-buttons" }, make("span", { class: "tm-help" }, "导出留下的（没有留就导出全部）："),
    ...start.formats.map((form) => button(form, () => ask({ do: "export", format: form }), "tm-small")));
  const room = make("div", { hidden: true }, tune.node, make("div", { class: "tm-two" }, list, detail), exports);
  const show = () => {
    const state = model.get("state");
    if (state.error) return tell("bad", state.error);
    if (state.progress) return tell("plain", state.progress);
    tell("plain", state.note || state.summary || "");
    room.hidden = !state.summary;
    tune.choices(state.codes);
    list.replaceChildren(...rows(state, model.get("lead").id, ask, () => { pages.count += 1; ask(view()); }));
  };
  model.on("change:state", () => { if (line.heard()) show(); });
  model.on("change:lead", () => { detail.replaceChildren(...lead(model.get("lead"), ask, tell)); if (model.get("lead").id) toQuote(detail); });
  model.on("msg:custom", (message) => { if (message.file) save(message); });
  el.append(make("section", { class: "tm tm-wide", lang: "zh-CN", "aria-label": "选题工作台" }, make("h2", {}, "选题工作台"), top, status, room));
  show();
}

function makeTop(state, mine) {
  const ids = [fresh("folder"), fresh("today")];
  const folder = make("input", { id: ids[0], class: "tm-field", type: "text", value: state.folder });
  const today = make("input", { id: ids[1], class: "tm-field", type: "text", value: state.today, inputmode: "numeric" });
  const send = (event) => { event.preventDefault(); mine({ do: "mine", folder: folder.value, today: today.value }); };
  return make("form", { onsubmit: send },
    make("label", { class: "tm-help", for: ids[0] }, "材料文件夹（先用自带的青禾县试，再换成自己的）"), folder,
    make("label", { class: "tm-help", for: ids[1] }, "按哪一天算时效"), today,
    make("div", { class: "tm-buttons" }, make("button", { type: "submit", class: "tm-button tm-main" }, "挖掘选题")));
}

function makeTune(state, changed) {
  const sliders = {};
  let moved = false;
  const box = make("div", { class: "tm-sliders" });
  const words = make("input", { class: "tm-field", type: "search", "aria-label": "标题和原文里有这些字", placeholder: "标题和原文里有……" });
  const picks = { source: "全部来源", type: "全部文种", gate: "能报不能报", verdict: "留下和放下" };
  const selects = Object.fromEntries(Object.entries(picks).map(([name, text]) =>
    [name, make("select", { class: "tm-field", "aria-label": text, onchange: changed }, make("option", { value: "" }, text))]));
  for (const [value, text] of [["open", "还没定"], ["keep", "已留下"], ["drop", "已放下"]]) selects.verdict.append(make("option", { value }, text));
  whenTyped(words, changed, 400);
  const reset = button("恢复默认权重", () => {
    moved = false;
    for (const [code, slider] of Object.entries(sliders)) { slider.value = state.weights[code]; slider.oninput(); }
    changed();
  }, "tm-small");
  let wait = 0;
  const drag = () => { moved = true; clearTimeout(wait); wait = setTimeout(changed, 150); };
  const choices = (codes) => {
    if (!codes) return;
    if (!box.children.length) for (const [code, name] of codes.criteria) box.append(makeSlider(code, name, state.weights[code], sliders, drag));
    for (const name of ["source", "type", "gate"]) {
      const chosen = selects[name].value;
      selects[name].replaceChildren(selects[name].options[0], ...codes[name].map(([value, text]) => make("option", { value }, text)));
      selects[name].value = chosen;
      if (selects[name].selectedIndex < 0) selects[name].value = "";
    }
  };
  const read = () => ({ words: words.value, ...Object.fromEntries(Object.entries(selects).map(([name, node]) => [name, node.value])),
    weights: moved ? Object.fromEntries(Object.entries(sliders).map(([code, slider]) => [code, Number(slider.value)])) : null });
  const help = make("p", { class: "tm-help" }, "拖动权重，看名次怎样变；不能报的线索，权重再高也排不上来。");
  return { choices, read, node: make("div", {}, make("div", { class: "tm-buttons" }, words, ...Object.values(selects)),
    make("details", {}, make("summary", {}, "各项看得多重"), help, box, reset)) };
}

function makeSlider(code, name, value, sliders, drag) {
  const id = fresh("weight");
  const output = make("output", { for: id }, String(value));
  const slider = make("input", { id, type: "range", min: 0, max: 100, step: 5, value });
  slider.oninput = () => { output.textContent = slider.value; };
  slider.addEventListener("input", drag);
  sliders[code] = slider;
  return make("div", {}, make("label", { for: id }, name), slider, output);
}

function rows(state, opened, ask, more) {
  if (!state.rows.length) return [make("p", { class: "tm-help" }, "没有符合条件的线索，放宽条件再看。")];
  const items = state.rows.map((row, place) => {
    const open = make("button", { type: "button", class: "tm-lead", onclick: () => ask({ do: "open", id: row.id }) },
      make("b", {}, `${place + 1}. ${row.title}`),
      make("span", { class: "tm-help" }, [row.value == null ? "没有分" : `${row.value}分`, rise(row.rose), row.type, row.gate, row.verdict].filter(Boolean).join(" · ")));
    if (row.id === opened) open.setAttribute("aria-current", "true");
    return make("li", {}, open);
  });
  const rest = state.total - state.rows.length;
  return [make("p", { class: "tm-help" }, `共${state.total}条`), make("ol", { class: "tm-leads" }, ...items), ...rest > 0 ? [button(`再看30条（还有${rest}条）`, more, "tm-small")] : []];
}

function rise(places) {
  return places > 0 ? `升${places}位` : places < 0 ? `降${-places}位` : "";
}

function lead(lead, ask, tell) {
  if (!lead.id) return [make("p", { class: "tm-help" }, "点左边一条线索，这里看它和它的原文。")];
  const told = make("dl", {}, ...lead.told.flatMap(([label, text]) => [make("dt", {}, label), make("dd", {}, text)]));
  const bars = make("details", {}, make("summary", {}, "各项得分和理由"), make("div", { class: "tm-scroll" }, make("table", {}, make("tbody", {},
    ...lead.bars.map(([name, percent, reason]) => make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, percent == null ? "没法判断" : String(percent)), make("td", {}, reason)))))));
  return [make("h3", {}, lead.title), told, bars, ...lead.texts.map(source), decide(lead, ask, tell)];
}

function source(text) {
  const letters = Array.from(text.text);
  const parts = [];
  let at = 0;
  for (const mark of text.marks) {
    const label = `${mark.kind === "quote" ? "外面关注" : "自己的事"}${mark.place ? `（${mark.place}）` : ""}：`;
    parts.push(letters.slice(at, mark.start).join(""), make("mark", { class: `tm-${mark.kind}` }, make("span", { class: "tm-hidden" }, label), letters.slice(mark.start, mark.end).join("")));
    at = mark.end;
  }
  parts.push(letters.slice(at).join(""));
  const places = [...new Set(text.marks.map((mark) => mark.place).filter(Boolean))].join("、");
  return make("div", {}, make("h4", {}, text.title), make("p", { class: "tm-help" }, [text.path, places].filter(Boolean).join("　")),
    make("div", { class: "tm-source", tabindex: "0", role: "region", "aria-label": `原文：${text.title}` }, ...parts));
}

function toQuote(detail) {
  for (const box of detail.querySelectorAll(".tm-source")) {
    const mark = box.querySelector("mark");
    if (mark) box.scrollTop = Math.max(0, mark.offsetTop - box.offsetTop - 60);
  }
}

function decide(lead, ask, tell) {
  const id = fresh("reason");
  const reason = make("input", { id, class: "tm-field", type: "text", value: lead.reason });
  const send = (keep) => { tell("plain", "正在保存……"); ask({ do: "decide", id: lead.id, keep, reason: reason.value }); };
  const now = lead.keep == null ? "" : lead.keep ? "已留下。" : "已放下。";
  return make("div", {}, make("label", { class: "tm-help", for: id }, `为什么留下，或为什么放下（必填）　${now}`), reason,
    make("div", { class: "tm-buttons" }, button("留下", () => send(true), "tm-main"), button("放下", () => send(false))));
}

export default { render };

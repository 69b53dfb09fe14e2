// The frame of every exercise: question, the area that takes the answer, buttons, and what came of it.
function render({ model, el }) {
  const draw = () => { el.replaceChildren(); drawExercise(model, el); };
  model.on("change:sheet", draw);
  draw();
}

function drawExercise(model, el) {
  const sheet = model.get("sheet");
  const line = talk(model, "state", 8000);
  const status = make("div", { class: "tm-status", role: "status" });
  const feedback = make("div", { class: "tm-feedback" });
  const saved = make("div", { class: "tm-saved" });
  const changed = () => {
    // what was said belongs to the answer that was handed in, not to the one on the screen now
    feedback.replaceChildren();
    status.textContent = "";
    submit.disabled = false;
  };
  const area = makeArea(sheet, changed);
  const ask = (message) => {
    feedback.replaceChildren();
    status.className = "tm-status";
    status.textContent = "正在看你的答案……";
    line.send(message, () => { saved.textContent = ""; tell("bad", LOST); submit.disabled = false; });
  };
  const tell = (kind, text) => {
    status.className = `tm-status tm-${kind}`;
    status.textContent = text;
  };
  const submit = button("交答案", () => ask({ do: "submit", answer: area.read() }), "tm-main");
  const hint = button("提示", () => ask({ do: "hint" }));
  const reveal = button("看答案", () => ask({ do: "reveal" }));
  const show = () => {
    const state = model.get("state");
    showSaved(saved, state);
    hint.hidden = !sheet.hints || (state.hints || []).length >= sheet.hints;
    hint.textContent = (state.hints || []).length ? "再给一条提示" : "提示";
    reveal.hidden = !state.can_reveal;
    feedback.replaceChildren();
    if (state.error) tell("bad", state.error);
    else showResult(state, tell, feedback, sheet);
  };
  model.on("change:state", () => { if (line.heard()) show(); });
  el.append(frame(sheet, area, [submit, hint, reveal], status, feedback, saved));
  const past = model.get("state").answer;
  if (past != null) area.write(past);
  show();
}

function frame(sheet, area, buttons, status, feedback, saved) {
  const parts = [make("legend", {}, sheet.stem)];
  if (sheet.title) parts.push(make("p", { class: "tm-title" }, sheet.title));
  if (sheet.text && !area.holdsText) parts.push(make("div", { class: "tm-text" }, sheet.text));
  const name = make("p", { class: "tm-name" }, sheet.id);
  return make("section", { class: "tm", lang: "zh-CN", "data-item": sheet.id },
    make("fieldset", {}, ...parts, area.node),
    make("div", { class: "tm-buttons" }, ...buttons), status, feedback, saved, name);
}

function showSaved(node, state) {
  const parts = state.saved ? [`已保存 ${state.saved}`, `第${state.tries}次`] : [];
  if (state.first != null && state.tries > 1) parts.push(`头一次${percent(state.first)}`);
  node.textContent = parts.join(" · ");
}

function percent(score) {
  return score > 0.999 ? "全对" : `得${Math.round(100 * score)}分`;
}

function showResult(state, tell, feedback, sheet) {
  const graded = state.graded;
  if (state.exam) tell("plain", state.saved ? "已记下。测验做完以后一起看对错，现在还可以改。" : "");
  else if (graded) tell(graded.full ? "right" : graded.score > 0 ? "part" : "bad",
    graded.full ? "✔ 全对。" : graded.score > 0 ? `◐ 对了一部分，${percent(graded.score)}。` : "✘ 还不对，再想一想。");
  else tell("plain", state.note || "");
  if (graded) feedback.append(...graded.good ? [line("tm-line tm-right", graded.good)] : [],
    ...graded.fault ? [line("tm-line tm-bad", graded.fault)] : []);
  if (graded && ["write", "edit"].includes(sheet.response) && graded.marks.length)
    feedback.append(make("h4", {}, "你写的"), marked(state.answer, graded.marks));
  const told = graded ? graded.notes.filter((note) => !graded.fault.endsWith(note.text)) : [];
  if (told.length) feedback.append(reasons(told));
  if ((state.hints || []).length) feedback.append(make("h4", {}, "提示"), list("ul", state.hints));
  if ((state.models || []).length) feedback.append(examples(state.models));
  if ((state.key || []).length) feedback.append(make("h4", {}, "答案"), reasons(state.key));
}

function line(kind, text) {
  return make("p", { class: kind }, text);
}

function list(tag, texts) {
  return make(tag, {}, ...texts.map((text) => make("li", {}, text)));
}

function reasons(notes) {
  return make("ul", { class: "tm-reasons" }, ...notes.map((note) => make("li", { class: `tm-${note.kind || "right"}` },
    note.about ? make("b", {}, note.about.replace(/[。；，]$/, "")) : null, note.about && note.text ? "：" : "", note.text)));
}

function examples(models) {
  const names = { good: "写得好", fair: "中等", poor: "不行" };
  const rows = models.map((model) => make("div", { class: `tm-model tm-model-${model.grade}` },
    make("b", {}, names[model.grade]), make("p", { class: "tm-own" }, model.text), make("p", {}, model.why)));
  return make("details", {}, make("summary", {}, "看三种写法，比一比"), ...rows);
}

export default { render };

// What a learner wants to keep: a box, a button, and the time at which it was on the disk.
function render({ model, el }) {
  const line = talk(model, "state", 8000);
  const id = fresh("keep");
  const field = make("textarea", { id, class: "tm-field", rows: 7, spellcheck: "false" });
  field.value = model.get("state").text || "";
  const status = make("div", { class: "tm-status", role: "status" });
  const saved = make("div", { class: "tm-saved" });
  const tell = (kind, text) => { status.className = `tm-status tm-${kind}`; status.textContent = text; };
  const show = () => {
    const state = model.get("state");
    if (state.error) return tell("bad", state.error);
    tell("plain", "");
    saved.textContent = state.saved ? `已保存 ${state.saved}` : "还没有保存";
  };
  const keep = button("保存", () => {
    tell("plain", "正在保存……");
    line.send({ text: field.value }, () => tell("bad", LOST.replace("这个答案", "这段文字")));
  }, "tm-main");
  field.addEventListener("input", () => { saved.textContent = "改过了，还没有保存"; });
  model.on("change:state", () => { if (line.heard()) show(); });
  el.append(make("section", { class: "tm", lang: "zh-CN", "aria-label": "我的成果" },
    make("label", { class: "tm-help", for: id }, `我的成果：${model.get("name")}`), field,
    make("div", { class: "tm-buttons" }, keep), status, saved));
  show();
}

export default { render };

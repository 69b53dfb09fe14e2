// The foot of a test.
function render({ model, el }) {
  const line = talk(model, "state", 8000);
  const status = make("div", { class: "tm-status", role: "status" });
  const tell = (kind, text) => { status.className = `tm-status tm-${kind}`; status.textContent = text; };
  const hand = button("交卷", () => {
    tell("plain", "正在交卷……");
    line.send({ do: "hand" }, () => tell("bad", LOST));
  }, "tm-main");
  const show = () => {
    const state = model.get("state");
    hand.hidden = state.handed;
    if (state.error) tell("bad", state.error);
    else if (state.handed) tell("right", `${state.name}已交卷，得${state.score}分。上面每道题现在都能看对错了。`);
    else tell("plain", `${state.name}共${state.total}题，全部答完再交卷。`);
  };
  model.on("change:state", () => { if (line.heard()) show(); });
  el.append(make("section", { class: "tm", lang: "zh-CN", "aria-label": "交卷" }, make("div", { class: "tm-buttons" }, hand), status));
  show();
}

export default { render };

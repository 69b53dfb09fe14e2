// The door of a room: a work number, then the units; for the trainer a password.
function render({ model, el }) {
  const line = talk(model, "state", 15000);
  const status = make("div", { class: "tm-status", role: "status" });
  const place = make("div", {});
  let who = "";
  const tell = (kind, text) => { status.className = `tm-status tm-${kind}`; status.textContent = text; };
  const ask = (message, text) => {
    tell("plain", text);
    line.send(message, () => tell("bad", "没有连上。请刷新页面，再输入一次工号。"));
  };
  const show = () => {
    const state = model.get("state");
    section.hidden = state.trainer;
    // what is on the page stays while the same person is there, so that focus and half-typed words are not lost
    if (!place.children.length || who !== state.learner) place.replaceChildren(...state.learner ? inside(state, ask) : outside(ask));
    who = state.learner;
    for (const node of place.querySelectorAll("[data-unit]")) node.setAttribute("aria-current", String(Number(node.dataset.unit) === state.unit));
    if (state.error) tell("bad", state.error);
    else tell("plain", state.learner && state.unit == null ? "选一个单元开始。" : "");
  };
  const section = make("section", { class: "tm", lang: "zh-CN", "aria-label": "课堂" }, place, status);
  model.on("change:state", () => { if (line.heard()) show(); });
  el.append(section);
  show();
}

function outside(ask) {
  const ids = [fresh("number"), fresh("password")];
  const number = make("input", { id: ids[0], class: "tm-field", type: "text", autocomplete: "off", maxlength: 20 });
  const password = make("input", { id: ids[1], class: "tm-field", type: "password", autocomplete: "off" });
  const enter = (event) => { event.preventDefault(); ask({ do: "enter", learner: number.value }, "正在打开……"); };
  const teach = (event) => { event.preventDefault(); ask({ do: "teach", password: password.value }, "正在核对口令……"); };
  return [make("h2", {}, "政务信息选题与写作"),
    make("p", {}, "输入工号就能开始，做过的题会一直替你留着。涉密和内部材料一律不要输入。"),
    make("form", { class: "tm-door", onsubmit: enter }, make("label", { for: ids[0] }, "工号"), number,
      make("div", { class: "tm-buttons" }, make("button", { type: "submit", class: "tm-button tm-main" }, "进入"))),
    make("details", {}, make("summary", {}, "我是教员"),
      make("form", { class: "tm-door", onsubmit: teach }, make("label", { for: ids[1] }, "口令"), password,
        make("div", { class: "tm-buttons" }, make("button", { type: "submit", class: "tm-button" }, "打开教员页"))))];
}

function inside(state, ask) {
  const units = state.units.map((entry) => {
    const node = button(`${entry.unit} ${entry.title}`, () => ask({ do: "unit", unit: entry.unit }, "正在打开……"));
    node.dataset.unit = entry.unit;
    return make("li", {}, node);
  });
  return [make("p", {}, `工号 ${state.learner}`),
    make("nav", { "aria-label": "单元" }, make("ul", { class: "tm-units" }, ...units))];
}

export default { render };

// The learner's own page, drawn when it is asked for.
function render({ model, el }) {
  const line = talk(model, "state", 30000);
  const status = make("div", { class: "tm-status", role: "status" });
  const tell = (kind, text) => { status.className = `tm-status tm-${kind}`; status.textContent = text; };
  const place = make("div", {});
  const again = button("看看我学到哪儿了", () => {
    tell("plain", "正在算……");
    line.send({ do: "look" }, () => tell("bad", LOST.replace("这个答案还没有保存", "这一页没有算出来")));
  });
  const open = (id) => {
    tell("plain", "正在打开，题目在下面……");
    line.send({ do: "open", item: id }, () => tell("bad", LOST.replace("这个答案还没有保存", "这道题没有打开")));
  };
  const show = () => {
    const state = model.get("state");
    tell(state.error ? "bad" : "plain", state.error || state.note || "");
    if (!state.page) return;
    again.textContent = "重新算一遍";
    place.replaceChildren(...words(state.page, open));
  };
  model.on("change:state", () => { if (line.heard()) show(); });
  el.append(make("section", { class: "tm", lang: "zh-CN", "aria-label": "我的学习" },
    make("h3", {}, "我的学习"), place, make("div", { class: "tm-buttons" }, again), status));
  show();
}

function words(page, open) {
  const head = ["单元", "题数", "做过", "全对"];
  const table = make("table", {}, make("thead", {}, make("tr", {}, ...head.map((name) => make("th", { scope: "col" }, name)))),
    make("tbody", {}, ...page.units.map((row) => make("tr", {}, ...row.map((value) => make("td", {}, String(value)))))));
  const next = page.next.map((item) => make("li", {}, make("b", {}, item.kind), `：${item.stem} `, button("做这道", () => open(item.id), "tm-small")));
  return [...page.sentences.map((text) => make("p", {}, text)),
    make("img", { src: page.image, alt: "各单元完成情况，数字见下表" }),
    make("details", {}, make("summary", {}, "用表格看"), table),
    make("h4", {}, "接下来做这三道"), make("ol", { class: "tm-next" }, ...next)];
}

export default { render };

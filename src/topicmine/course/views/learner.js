// The learner's own page.
function render({ model, el }) {
  const page = model.get("page");
  const head = ["单元", "题数", "做过", "全对"];
  const table = make("table", {}, make("thead", {}, make("tr", {}, ...head.map((name) => make("th", { scope: "col" }, name)))),
    make("tbody", {}, ...page.units.map((row) => make("tr", {}, ...row.map((value) => make("td", {}, String(value)))))));
  const next = page.next.map((item) => make("li", {}, make("b", {}, item.kind), `：${item.stem}`, make("code", {}, ` practice("${item.id}")`)));
  el.append(make("section", { class: "tm", lang: "zh-CN", "aria-label": "我的学习" },
    make("h3", {}, "我的学习"), ...page.sentences.map((text) => make("p", {}, text)),
    make("img", { src: page.image, alt: `各单元完成情况，数字见下表` }),
    make("details", {}, make("summary", {}, "用表格看"), table),
    make("h4", {}, "接下来做这三道"), make("ol", {}, ...next)));
}

export default { render };

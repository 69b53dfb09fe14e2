// A draft of one's own: type, and what the review finds stands marked beside it.
function render({ model, el }) {
  const line = talk(model, "state", 10000);
  const draft = model.get("draft");
  const ids = { title: fresh("title"), body: fresh("body") };
  const title = make("input", { id: ids.title, class: "tm-field", type: "text", value: draft.title });
  const body = make("textarea", { id: ids.body, class: "tm-field", rows: 8, spellcheck: "false" });
  body.value = draft.body;
  const status = make("div", { class: "tm-status", role: "status" });
  const shown = make("div", {});
  const tell = (kind, text) => { status.className = `tm-status tm-${kind}`; status.textContent = text; };
  const ask = () => {
    shown.replaceChildren();
    tell("plain", "正在审读……");
    line.send({ title: title.value, body: body.value }, () => tell("bad", LOST.replace("这个答案", "这篇稿子")));
  };
  const show = () => {
    const state = model.get("state");
    shown.replaceChildren();
    if (state.error) return tell("bad", state.error);
    const findings = state.findings || [];
    if (!title.value.trim() && !body.value.trim()) return tell("plain", "把标题和正文贴进来，停下手就会审读。");
    const grave = findings.filter((finding) => finding.severity === "error").length;
    if (!findings.length) return tell("right", "✔ 没有发现问题。");
    tell(grave ? "bad" : "part", `发现${findings.length}处，其中硬伤${grave}处。`);
    const fields = [["title", "标题", title.value], ["body", "正文", body.value]];
    for (const [name, label, text] of fields) {
      const mine = findings.filter((finding) => finding.field === name);
      if (!mine.length) continue;
      const spans = apart(mine).map((finding) => ({ ...finding, kind: "fault", reason: finding.message }));
      shown.append(make("h4", {}, label), marked(text, spans), advice(mine));
    }
  };
  model.on("change:state", () => { if (line.heard()) show(); });
  whenTyped(title, ask, 600);
  whenTyped(body, ask, 600);
  el.append(make("section", { class: "tm", lang: "zh-CN", "aria-label": "审读自己的稿子" },
    make("label", { class: "tm-help", for: ids.title }, "标题"), title,
    make("label", { class: "tm-help", for: ids.body }, "正文"), body, status, shown));
  show();
}

function apart(findings) {
  const kept = [];
  for (const finding of [...findings].sort((a, b) => a.start - b.start || a.end - b.end))
    if (!kept.length || kept[kept.length - 1].end <= finding.start) kept.push(finding);
  return kept;
}

function advice(findings) {
  return make("ul", { class: "tm-reasons" }, ...findings.map((finding) => make("li", { class: finding.severity === "info" ? "" : "tm-wrong" },
    make("b", {}, `${finding.grade}　“${short(finding.text)}”`), `　${finding.message}${finding.repair}`,
    make("small", {}, `（${finding.rule}）`))));
}

function short(text) {
  const letters = Array.from(text);
  return letters.length > 18 ? `${letters.slice(0, 17).join("")}…` : text;
}

export default { render };

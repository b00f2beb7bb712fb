/**
 * The certificate in Typst 0.14. A module and not an asset, so that it is there wherever the compiled code is.
 *
 * Texts come as JSON through `sys.inputs` and are never read as markup. Files beside it: `page.svg`, `crest-pk.svg`,
 * `crest-cn.svg`. The quiet zone of the QR code is the paper around it.
 */
export const CERTIFICATE_TEMPLATE = String.raw`#let d = json(bytes(sys.inputs.data))
#let ink = rgb("#1d2b3a")
#let grey = rgb("#56606b")
#let gold = rgb("#8c6a2a")

#set page(
  width: 297mm, height: 210mm, margin: (x: 25mm, top: 22mm, bottom: 20mm), fill: rgb("#fffdf8"),
  background: image("page.svg", width: 297mm, height: 210mm, alt: "Border of interlaced waves"),
)

// Spaces belong to the Nastaliq font, so that a whole phrase is shaped at once; digits and Latin words do not.
#let nastaliq = (
  name: "Noto Nastaliq Urdu",
  covers: regex("[ \u{0600}-\u{06FF}\u{0750}-\u{077F}\u{08A0}-\u{08FF}\u{200C}-\u{200F}\u{FB50}-\u{FDFF}\u{FE70}-\u{FEFF}]"),
)
#let sans = ("Source Sans 3", "Noto Serif SC", "Noto Nastaliq Urdu")
#let serif = ("Cormorant Garamond", "Noto Serif SC", "Noto Nastaliq Urdu")
#let han = ((name: "Source Sans 3", covers: "latin-in-cjk"), "Noto Serif SC", "Noto Nastaliq Urdu")

// Only our own fonts: a character that none of them has stops the export, instead of coming out as a box.
#set text(font: sans, fallback: false, size: 10pt, fill: ink, lang: "en", hyphenate: false)
#set par(leading: 0.5em, spacing: 0pt)
#set block(spacing: 0pt)

#pdf.attach("credential.jwt", bytes(sys.inputs.credential), relationship: "data",
  mime-type: "application/vc+jwt", description: "Open Badges 3.0 credential")

// Each script has one way of being set. Nastaliq climbs above its line and hangs below it: without edges of its own,
// lines run into each other.
#let en(size, body, ..more) = text(size: size, ..more, body)
#let zh(size, body, ..more) = text(
  font: han, size: size, lang: "zh", region: "CN", top-edge: 0.88em, bottom-edge: -0.1em, ..more, { set par(leading: 0.3em); body },
)
#let ur(size, body, ..more) = text(
  font: (nastaliq, "Source Sans 3", "Noto Serif SC"), size: size, lang: "ur", region: "PK", dir: rtl,
  top-edge: 1.3em, bottom-edge: -0.66em, ..more, body,
)

// The largest of the sizes at which the text keeps within width and height, in lines of even length. When a word is
// too wide even at the smallest (it cannot be broken), smaller in proportion to it; when the lines are too many, smaller
// until they fit: what grows beyond its place would push the rest off the page.
#let fit(width, height, sizes, body, make) = context {
  let widest-word(size) = calc.max(..body.split(regex("[\s\p{Han}]")).map(word => measure(make(size, word)).width))
  for size in sizes {
    let whole = measure(make(size, body))
    if whole.width <= width and whole.height <= height { return make(size, body) }
    let broken = measure(make(size, body), width: width)
    if broken.height > height or widest-word(size) > width { continue }
    for share in (0.55, 0.65, 0.75, 0.87) {
      if measure(make(size, body), width: width * share).height <= broken.height and widest-word(size) <= width * share {
        return box(width: width * share, make(size, body))
      }
    }
    return make(size, body)
  }
  let last = sizes.last()
  // Chinese breaks anywhere: it has no widest word.
  let widest = calc.max(widest-word(last), 0.1pt)
  let size = last * calc.min(1, width / widest)
  while size > 3pt and measure(make(size, body), width: width).height > height { size = size * 0.9 }
  make(size, body)
}

// Chinese, English, Urdu side by side on one base line: no language is a footnote to another.
#let three(a, b, c, columns: (1fr, 1.25fr, 1fr), gutter: 5mm) = grid(
  columns: columns, column-gutter: gutter, align: center + horizon, a, b, c,
)
#let said(text-zh, text-en, text-ur) = three(
  zh(9.5pt, text-zh, fill: grey), en(10pt, text-en, fill: grey), ur(10.8pt, text-ur, fill: grey),
)
#let title-face(size, body) = text(font: serif, size: size, weight: 600, number-type: "lining", { set par(leading: 0.62em); body })
#let rule(width, stroke: 0.5pt + gold) = line(length: width, stroke: stroke)
#let diamond = box(rotate(45deg, square(size: 1.7mm, fill: gold)))

// ---- Crests and issuer ------------------------------------------------------------------------------------------
#place(top + left, dx: 2mm, dy: 2mm, image("crest-pk.svg", width: 27mm, alt: "Place for the crest of Pakistan"))
#place(top + right, dx: -2mm, dy: 2mm, image("crest-cn.svg", width: 27mm, alt: "Place for the crest of China"))
#v(1mm)
#block(width: 100%, inset: (x: 29mm), three(columns: (1fr, 70mm, 1fr), gutter: 4mm,
  fit(55mm, 6mm, (12.5pt, 11pt, 10pt, 9pt, 8pt, 7pt), d.issuer.zh, (s, t) => zh(s, t, weight: 700, tracking: 0.08em)),
  fit(70mm, 5mm, (11.5pt, 10.5pt, 9.5pt, 8.5pt, 7pt, 6pt), upper(d.issuer.en), (s, t) => en(s, t, weight: 600, tracking: 0.1em)),
  fit(55mm, 12mm, (14pt, 13pt, 12pt, 11pt, 10pt, 9pt, 8pt), d.issuer.ur, (s, t) => ur(s, t, weight: 700)),
))
#block(width: 100%, three(columns: (1fr, auto, 1fr), gutter: 12mm,
  align(right, zh(27pt, "证书", weight: 700, tracking: 0.3em, fill: gold)),
  heading(level: 1, outlined: false, bookmarked: false, title-face(47pt, "Certificate")),
  align(left, ur(30pt, "سند", weight: 700, fill: gold)),
))
#v(1fr)

// ---- Holder -----------------------------------------------------------------------------------------------------
#said("兹证明", "This is to certify that", "تصدیق کی جاتی ہے کہ")
#v(2mm)
#let name-zh(s, t) = zh(s, t, weight: 700, tracking: if t.clusters().len() < 5 { 0.18em } else { 0.03em })
#let name-ur(s, t) = ur(s, t, weight: 700)
#let has(key) = d.holder.at(key, default: none) != none
#align(center, {
  if "rank" in d { fit(200mm, 7mm, (11pt, 10pt, 8pt, 6pt), d.rank, (s, t) => en(s, t, weight: 600, fill: gold, tracking: 0.04em)); v(4.2mm) }
  let others = ("zh", "ur").filter(has)
  if has("en") {
    par(fit(236mm, 13mm, (36pt, 33pt, 30pt, 27pt, 24pt, 21pt, 18.5pt, 16pt, 14pt, 12pt, 10pt, 8pt), d.holder.en, title-face))
    v(3.2mm)
  }
  let big = not has("en")
  let sizes-zh = (if big { (32pt, 28pt, 24pt) } else { () }) + (20pt, 18pt, 16pt, 14pt, 12pt, 10pt, 8.5pt, 7pt)
  let sizes-ur = (if big { (32pt, 28pt, 25pt) } else { () }) + (21pt, 19pt, 17pt, 15pt, 13pt, 11pt, 9pt, 7.5pt)
  let (high-zh, high-ur) = if big { (20mm, 24mm) } else if d.holder.en.clusters().len() > 50 { (11mm, 12mm) } else { (13mm, 14.8mm) }
  if others.len() == 2 {
    grid(columns: (1fr, auto, 1fr), column-gutter: 7mm, align: (right + horizon, center + horizon, left + horizon),
      fit(112mm, high-zh, sizes-zh, d.holder.zh, name-zh),
      line(angle: 90deg, length: 7mm, stroke: 0.5pt + gold),
      fit(112mm, high-ur, sizes-ur, d.holder.ur, name-ur))
  } else if others == ("zh",) { pad(y: 0.8mm, fit(236mm, high-zh, sizes-zh, d.holder.zh, name-zh))
  } else if others == ("ur",) { fit(236mm, high-ur, sizes-ur, d.holder.ur, name-ur) }
})
#v(1.5mm)
#align(center, grid(columns: 3, column-gutter: 3mm, align: horizon, rule(58mm), diamond, rule(58mm)))
#v(1fr)

// ---- What was certified -----------------------------------------------------------------------------------------
#said("已满足全部要求，特予认证", "has met every requirement and is certified as", "نے تمام شرائط پوری کیں اور تصدیق یافتہ ہے")
#v(1.8mm)
#three(
  fit(71mm, 13mm, (16pt, 14pt, 12pt, 10.5pt, 9pt, 8pt), d.scheme.zh, (s, t) => zh(s, t, weight: 700)),
  fit(90mm, 17mm, (24pt, 22pt, 20pt, 18pt, 16pt, 14pt, 12pt, 10pt), d.scheme.en, title-face),
  fit(71mm, 17mm, (17pt, 15pt, 13pt, 11pt, 9pt, 8pt), d.scheme.ur, (s, t) => ur(s, t, weight: 700)),
)
#if "course" in d {
  v(1.5mm)
  three(
    fit(71mm, 9mm, (9pt, 8pt, 7pt, 6pt), "课程：" + d.course.zh, (s, t) => zh(s, t, fill: grey)),
    fit(90mm, 9mm, (9.4pt, 8.4pt, 7.4pt, 6pt), "Course: " + d.course.en, (s, t) => en(s, t, fill: grey)),
    fit(71mm, 11mm, (10.4pt, 9.2pt, 8pt, 7pt, 6pt), "کورس: " + d.course.ur, (s, t) => ur(s, t, fill: grey)),
  )
}
#v(1fr)
#let dated(text-zh, text-en, text-ur, date) = (
  zh(9.5pt, { text(fill: grey, text-zh); h(0.7em); text(weight: 700, date.zh) }),
  en(10pt, { text(fill: grey, text-en); h(0.7em); text(weight: 600, date.en) }),
  ur(10.8pt, { text(fill: grey, text-ur); [ ]; text(weight: 700, date.ur) }),
)
#grid(columns: (1fr, 1.25fr, 1fr), column-gutter: 5mm, row-gutter: 0.6mm, align: center + horizon,
  ..dated("授予日期", "Granted on", "تاریخِ اجرا", d.granted),
  ..if "expires" in d { dated("有效期至", "Valid through", "میعاد تا", d.expires) } else {
    (zh(9.5pt, "长期有效", weight: 700), en(10pt, "No expiry date", weight: 600), ur(10.8pt, "بلا میعاد", weight: 700))
  })
#v(1fr)

// ---- Signatures and proof ---------------------------------------------------------------------------------------
#let signature(a, width) = block(width: width, {
  set align(center)
  let half = width / 2 - 2mm
  let sizes = (8.4pt, 7.6pt, 7pt, 6pt)
  v(if d.authorities.len() == 3 { 7mm } else { 10mm })
  rule(100%, stroke: 0.5pt + ink)
  v(2mm)
  fit(width, 4.6mm, (10.5pt, 9pt, 8pt, 7pt, 6pt), a.name.en, (s, t) => en(s, t, weight: 600))
  v(2mm)
  fit(width, 4mm, (8.6pt, 7.6pt, 7pt, 6pt), a.title.en, (s, t) => en(s, t, fill: grey))
  v(1.8mm)
  grid(columns: (half, half), column-gutter: 4mm, row-gutter: -0.5mm, align: center + horizon,
    fit(half, 5.4mm, sizes, a.name.zh, (s, t) => zh(s, t, weight: 700)), fit(half, 5.4mm, (9.2pt,) + sizes, a.name.ur, (s, t) => ur(s, t, weight: 700)),
    fit(half, 5.4mm, sizes, a.title.zh, (s, t) => zh(s, t, fill: grey)), fit(half, 5.4mm, (9.2pt,) + sizes, a.title.ur, (s, t) => ur(s, t, fill: grey)))
})
#let proof = image(bytes(sys.inputs.qr), format: "svg", width: 26mm, alt: "QR code: " + d.url)
#let signatures = d.authorities.map(a => signature(a, if d.authorities.len() == 3 { 62mm } else { 78mm }))
#grid(
  columns: if signatures.len() == 3 { (1fr, auto, 1fr, 1fr) } else { (1fr, auto, 1fr) },
  column-gutter: 7mm, align: center + top,
  ..if signatures.len() == 1 { ([], proof, signatures.at(0)) } else { (signatures.at(0), proof, ..signatures.slice(1)) },
)
#v(1mm)
#rule(100%, stroke: 0.3pt + gold)
#v(0.6mm)
#grid(columns: (1fr, auto, 1fr), align: (left + horizon, center + horizon, right + horizon),
  { box(zh(7.5pt, "编号", fill: grey)); h(0.5em); en(7.8pt, "No.", fill: grey); h(0.5em); ur(8.4pt, "نمبر", fill: grey); h(0.8em); en(9pt, d.number, weight: 600) },
  { box(zh(7.5pt, "扫码验证", fill: grey)); h(1em); en(7.8pt, "Scan to verify", fill: grey); h(1em); ur(8.4pt, "تصدیق کے لیے اسکین کریں", fill: grey) },
  { set par(leading: 0.3em); en(7.2pt, d.page, fill: grey); linebreak(); en(7.8pt, d.code, weight: 600, tracking: 0.03em) },
)

// At the end: what is set holds for all that follows, and with a number of its own above it nothing laid out for one
// certificate would serve the next.
#set document(
  title: "Certificate " + d.number + " – " + d.scheme.en,
  author: d.issuer.en,
  date: datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2)),
)
`;

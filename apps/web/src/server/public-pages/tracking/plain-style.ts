/**
 * The style of pages without a framework. Values are those of the design tokens; they are written
 * out, because such a page is one answer of at most 40 KB.
 */
const light = `--canvas:#f4f5f3;--surface:#fff;--surface-2:#fafaf9;--sunken:#eef0ed;--line:#dcdfdb;--line-strong:#c2c7c2;--line-control:#858e89;--text:#161d1c;--text-2:#525b57;--text-3:#5d6762;--brand:#0f5e70;--brand-2:#3a7b8a;--brand-hover:#0c4c5b;--brand-soft:#eaf3f5;--brand-line:#a9cfd6;--on-brand:#fff;--focus:#0b3c48;--turn:#dfa71a;--ok:#1f6a3b;--warn:#7d5206;--warn-soft:#faf0d8;--warn-line:#e0c07a;--bad:#a6281e;--bad-soft:#fbeae7;--bad-line:#e6b0a8;color-scheme:light`;
const dark = `--canvas:#0f1514;--surface:#151c1b;--surface-2:#19211f;--sunken:#0b100f;--line:#28322f;--line-strong:#3a4643;--line-control:#6f7c77;--text:#e9edeb;--text-2:#b3bdb9;--text-3:#8f9a95;--brand:#6fbecb;--brand-2:#5fa1ac;--brand-hover:#8aced9;--brand-soft:#12292e;--brand-line:#27565f;--on-brand:#06222a;--focus:#9adce6;--turn:#e3b03a;--ok:#86ce9b;--warn:#e6be68;--warn-soft:#2f250e;--warn-line:#5e4b1e;--bad:#f39b90;--bad-soft:#371a17;--bad-line:#6d322b;color-scheme:dark`;

export const plainStyle = `
:root{${light}}
@media screen and (prefers-color-scheme:dark){:root{${dark}}}
*,*::before,*::after{box-sizing:border-box}
body,h1,h2,h3,p,ol,ul,dl,dd,fieldset{margin:0;padding:0;border:0}
ol,ul{list-style:none}
body{min-height:100vh;background:var(--canvas);color:var(--text);font:400 16px/24px "Plus Jakarta Sans",system-ui,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%;overflow-wrap:anywhere}
a{color:var(--brand);text-underline-offset:3px}
a:hover{color:var(--brand-hover)}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.demo{min-height:24px;padding:4px 12px;background:var(--sunken);border-bottom:1px solid var(--line);color:var(--text-2);font-size:11px;line-height:16px;text-align:center}
.demo b{color:var(--text);letter-spacing:.06em;margin-right:6px}
.top{background:var(--surface);border-bottom:1px solid var(--line)}
.wrap{max-width:976px;margin:0 auto;padding:0 16px}
.top .wrap{display:flex;align-items:center;gap:12px;min-height:56px}
.top p{font-weight:700;font-size:15px;line-height:19px}
.top span{display:block;font-weight:400;font-size:13px;line-height:17px;color:var(--text-2)}
.top a{margin-left:auto;font-weight:600;font-size:14px;line-height:24px;padding:10px 0 10px 10px;white-space:nowrap}
.grid{display:grid;grid-template-columns:minmax(0,1fr);gap:16px;padding:16px 0 32px}
.stack{display:grid;gap:16px;align-content:start;min-width:0}
.narrow{max-width:560px;margin:0 auto;padding:16px 0 32px;display:grid;gap:16px}
.card{background:var(--surface);border:1px solid var(--line);border-radius:6px;padding:16px;min-width:0}
.head{display:flex;flex-wrap:wrap;gap:2px 16px;justify-content:space-between;color:var(--text-2);font-size:14px;line-height:20px;font-weight:500}
.mono{font-family:"JetBrains Mono",ui-monospace,"DejaVu Sans Mono",monospace}
h1{font-size:26px;line-height:32px;font-weight:700;letter-spacing:-.02em;margin-top:6px}
h2{font-size:18px;line-height:26px;font-weight:700;margin-bottom:10px}
aside h2{font-size:16px;line-height:24px;margin-bottom:4px}
h3{font-size:14px;line-height:20px;font-weight:600;color:var(--text-2);margin-top:12px}
.lead{font-size:17px;line-height:26px;margin-top:6px}
.bad{color:var(--bad)}
.quiet{color:var(--text-2)}
.small{font-size:14px;line-height:20px}
.words{white-space:pre-line}
.card ul+p{margin-top:8px}
.box{margin-top:16px;padding:14px;background:var(--surface-2);border:1px solid var(--line);border-radius:4px}
.box>p:first-child{display:flex;flex-wrap:wrap;align-items:baseline;gap:2px 10px}
.box b{font-size:17px;line-height:24px}
.band{display:block;width:100%;height:24px;margin:10px 0 6px}
.done{fill:var(--brand)}.done.alt{fill:var(--brand-2)}.todo{fill:var(--sunken);stroke:var(--line)}.late{fill:url(#hatch);stroke:var(--bad)}
.ends{display:flex;justify-content:space-between;gap:12px;color:var(--text-2);font-size:13px;line-height:18px}
.step{display:grid;grid-template-columns:28px minmax(0,1fr);gap:12px;position:relative;padding-bottom:18px}
.step:last-child{padding-bottom:0}
.step:not(:last-child)::before{content:"";position:absolute;left:13px;top:28px;bottom:-2px;width:2px;background:var(--line-strong)}
.step.past:not(:last-child)::before{background:var(--brand)}
.step>svg{margin:3px 4px}
.step p:first-child{font-weight:600;line-height:26px}
.step.future p:first-child{color:var(--text-2)}
.slat{fill:var(--line-strong)}.slat.on{fill:var(--brand)}
.chip{display:inline-block;margin-left:8px;padding:1px 7px;border:1px solid var(--brand-line);border-radius:4px;background:var(--brand-soft);color:var(--brand);font-size:12px;line-height:18px;font-weight:500;vertical-align:2px}
.facts{display:grid;gap:8px;margin-top:6px;font-size:15px;line-height:22px}
.facts li{display:grid;grid-template-columns:20px minmax(0,1fr);gap:10px}
.icon{width:20px;height:20px;margin-top:1px;fill:none;stroke:var(--brand);stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.note{border-left:3px solid var(--brand);padding:2px 0 2px 12px;margin-top:12px}
label,legend{display:block;font-weight:600}
.hint{color:var(--text-2);font-size:14px;line-height:20px;font-weight:400}
.field{margin-top:16px}
.field .bad{font-weight:600;font-size:14px;line-height:20px;margin-top:2px}
input[type=text],input[type=password],input[type=date],select,textarea{display:block;width:100%;min-height:48px;margin-top:6px;padding:10px 12px;border:1px solid var(--line-control);border-radius:4px;background:var(--surface);color:var(--text);font:inherit}
textarea{min-height:112px;resize:vertical}
[aria-invalid=true]{border:2px solid var(--bad)!important}
.pin{letter-spacing:.12em}
button{display:block;width:100%;min-height:48px;margin-top:20px;padding:10px 16px;border:1px solid var(--brand);border-radius:4px;background:var(--brand);color:var(--on-brand);font-family:inherit;font-size:16px;line-height:22px;font-weight:600;cursor:pointer}
button:hover{background:var(--brand-hover)}
button.second{background:var(--surface);color:var(--text);border-color:var(--line-strong)}
button.second:hover{background:var(--sunken)}
.errors{border:2px solid var(--bad);border-radius:4px;background:var(--surface);padding:14px 16px}
.errors a{color:var(--bad);font-weight:600}
.said{border:1px solid var(--warn-line);border-radius:4px;background:var(--warn-soft);padding:12px 16px}
.choice{display:flex;gap:10px;align-items:flex-start;min-height:44px;padding:10px 0;font-weight:400}
.choice input{width:20px;height:20px;margin:2px 0 0;accent-color:var(--brand);flex:none}
.trap{position:absolute;left:-9999px}
.pair dt{color:var(--text-2);font-size:14px;line-height:20px;margin-top:12px}
.pair dd{font-weight:600}
.pair .words{font-weight:400}
.slip{border:1.5px solid var(--line-strong);border-radius:4px;padding:16px;margin-top:16px;display:grid;gap:4px}
.slip .mono{font-size:26px;line-height:34px;font-weight:700}
.qr{width:168px;height:168px;padding:8px;background:#fff;border-radius:4px;margin-top:8px}
.urgent{font-size:14px;line-height:20px}
.urgent li{padding:3px 0}
.urgent b{display:inline-block;min-width:3.4em}
details summary{font-weight:600;min-height:44px;display:flex;align-items:center;cursor:pointer;color:var(--brand)}
@media(min-width:900px){.grid{grid-template-columns:minmax(0,1fr) 320px;gap:24px;padding:24px 0 32px}.card{padding:22px 24px}h1{font-size:34px;line-height:40px}}
@media print{.demo,.top a,button{display:none}.card{break-inside:avoid}}
`.trim();

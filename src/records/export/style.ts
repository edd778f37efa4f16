/** How a record looks, on a screen in light and dark, and on paper. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --soft: #595959; --line: #c9c9c9; --mark: #fff1b8; --warn: #8a3b00; }
@media (prefers-color-scheme: dark) { :root { --ink: #ededed; --paper: #161616; --soft: #b4b4b4; --line: #4a4a4a; --mark: #5a4a00; --warn: #ffb57a; } }
body { font: 1rem/1.5 system-ui, "Segoe UI", Arial, sans-serif; color: var(--ink); background: var(--paper); max-width: 46rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.6rem; line-height: 1.2; } h2 { font-size: 1.25rem; margin-top: 2rem; border-bottom: 1px solid var(--line); }
a { color: inherit; } nav ul { columns: 2; padding-left: 1.2rem; } section { break-inside: auto; }
dl { margin: 0.3rem 0; } dt { font-weight: 600; margin-top: 0.6rem; break-after: avoid; } dd { margin: 0 0 0 1rem; }
dd dl, li dl { border-left: 3px solid var(--line); padding-left: 0.8rem; } li { margin: 0.3rem 0; break-inside: avoid-page; }
.text { white-space: pre-line; overflow-wrap: anywhere; } .author, .none { color: var(--soft); font-size: 0.9rem; margin: 0.2rem 0; }
mark { background: var(--mark); color: inherit; } mark sup { font: 0.75rem monospace; margin-left: 0.2rem; } .out { color: var(--soft); }
aside { border: 2px solid var(--warn); padding: 0 1rem 1rem; } aside h2 { color: var(--warn); border: 0; margin-top: 1rem; }
@media print { :root { --ink: #000; --paper: #fff; --soft: #444; --line: #999; --mark: #eee; --warn: #000; } body { max-width: none; padding: 0; font-size: 10.5pt; } nav { display: none; } h2 { break-after: avoid; } mark { outline: 1px solid #000; } }
`;

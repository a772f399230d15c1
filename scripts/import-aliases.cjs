// How dependency-cruiser resolves the web application's own alias; it reads the `resolve` section of
// this webpack-shaped file because it cannot read the tsconfig of TypeScript 7.
const { join } = require("node:path");

module.exports = { resolve: { alias: { "@": join(__dirname, "../apps/web/src") } } };

// Reads the files `_headers` and `_redirects` of a packed app as Netlify does. Arguments: the folder with its packages, the
// folder of the app, and paths. Prints a line of JSON for each path: its headers, and where it is sent.
import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, site, ...paths] = process.argv.slice(2);
const netlify = (name) => import(pathToFileURL(`${folder}/node_modules/@netlify/${name}/lib/index.js`).href);
const { parseAllHeaders } = await netlify("headers-parser");
const { parseAllRedirects } = await netlify("redirect-parser");

const { headers, errors } = await parseAllHeaders({ headersFiles: [`${site}/_headers`], configHeaders: [], minimal: false });
const redirects = await parseAllRedirects({ redirectsFiles: [`${site}/_redirects`], configRedirects: [], minimal: false });
for (const error of [...errors, ...redirects.errors]) throw error;

for (const path of paths) {
  // Every rule that fits counts, and of two that name the same header the later one.
  const said = headers.filter((rule) => rule.forRegExp.test(path)).map((rule) => rule.values);
  const lower = Object.entries(Object.assign({}, ...said)).map(([name, value]) => [name.toLowerCase(), value]);
  const isBelow = (start) => path === start || path.startsWith(`${start}/`);
  const fits = ({ from }) => (from.endsWith("/*") ? isBelow(from.slice(0, -2)) : path === from);
  // A file goes before what would be served in its place.
  const isFile = statSync(`${site}${path}`, { throwIfNoEntry: false })?.isFile();
  const to = isFile ? undefined : redirects.redirects.find(fits)?.to;
  console.log(JSON.stringify({ path, headers: Object.fromEntries(lower), to }));
}

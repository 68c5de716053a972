// Scores a site as the MDN HTTP Observatory does, and reads its policies as csp_evaluator does. Arguments: the folder with
// the two packages, the host, its ports without and with TLS, and paths. Prints a line of JSON for each path.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, host, httpPort, httpsPort, ...paths] = process.argv.slice(2);
const observatory = (file) => import(pathToFileURL(`${folder}/node_modules/@mdn/mdn-http-observatory/src/${file}`).href);
const { retrieve } = await observatory("retriever/retriever.js");
const { ALL_TESTS } = await observatory("constants.js");
const { getGradeForScore, getScoreModifier } = await observatory("grader/grader.js");
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await observatory("grader/charts.js");
const require = createRequire(`${folder}/`);
const { CspParser } = require("csp_evaluator/dist/parser.js");
const { CspEvaluator } = require("csp_evaluator/dist/evaluator.js");

for (const path of paths) {
  const requests = await retrieve(host, { httpPort, httpsPort, path });
  const tests = ALL_TESTS.map((test) => test(requests));
  const credits = tests.map((test) => (test.result ? getScoreModifier(test.result) : 0));
  const sum = (numbers) => numbers.reduce((sum, number) => sum + number, 100);
  // As its own scan does: extra credit only counts on top of an A.
  const plain = sum(credits.filter((credit) => credit < 0));
  const score = plain >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? sum(credits) : plain;
  const policy = requests.responses.auto.headers["content-security-policy"] ?? "";
  const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
  console.log(
    JSON.stringify({
      path,
      score,
      grade: getGradeForScore(score).grade,
      tests: tests.map((test, at) => [test.constructor.name, test.result, credits[at]]),
      findings: findings.map(({ severity, directive, value, description }) => ({ severity, directive, value, description })),
    }),
  );
}

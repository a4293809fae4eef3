import { describe, expect, it } from "vitest";
import { runExpression } from "./run.ts";

/** Expressions that are true on any server of 1.35. */
const TRUE: Readonly<Record<string, readonly string[]>> = {
  arithmetic: [
    "1 + 2 * 3 == 7 && -7 / 2 == -3 && -7 % 2 == -1",
    "dyn(1) == 1.0 && dyn(1u) == 1 && 2.5 > 2 && 1 < 2u",
    "5.0 / 2.0 == 2.5 && 'a' + 'b' == 'ab' && [1] + [2] == [1, 2]",
    "0x1F == 31 && 1e3 == 1000.0 && -9223372036854775808 < 0",
    "!(1 == 2) && true || false",
    "int('12') == 12 && int(3.9) == 3 && double('1.5') == 1.5 && string(1.5) == '1.5' && bool('true')",
    "string(10.0) == '10' && string(true) == 'true' && uint('7') == 7u",
  ],
  strings: [
    "'tacocat'.charAt(3) == 'o' && 'tacocat'.charAt(7) == ''",
    "'hello mellow'.indexOf('ello', 2) == 7 && 'hello'.indexOf('') == 0 && 'a'.indexOf('b') == -1",
    "'hello mellow'.lastIndexOf('ello') == 7 && 'hello mellow'.lastIndexOf('ello', 6) == 1",
    "'hello hello'.replace('he', 'we', 1) == 'wello hello' && 'hello'.replace('l', '') == 'heo'",
    "'ab'.replace('', '-') == '-a-b-'",
    "'a,b,c'.split(',', 2) == ['a', 'b,c'] && 'abc'.split('') == ['a', 'b', 'c'] && ''.split(',') == ['']",
    "'tacocat'.substring(4) == 'cat' && 'tacocat'.substring(0, 4) == 'taco'",
    "'héllo'.size() == 5 && size('héllo') == 5 && '😀a'.charAt(1) == 'a'",
    "'  x\\t'.trim() == 'x' && 'TacoÉ'.lowerAscii() == 'tacoÉ'",
    "['a', 'b'].join() == 'ab' && [].join('-') == ''",
    "strings.quote('a\"b\\n') == '\"a\\\\\"b\\\\n\"'",
    "'%s has %d of %.2f, %x, %b, %o, %e%%'.format([dyn('a'), 3, 1.5, 255, 5, 8, 1500.0]) == 'a has 3 of 1.50, ff, 101, 10, 1.500000e+03%'",
    "'%s'.format([[dyn(1), 'a', {'k': true}]]) == '[1, a, {k: true}]'",
    "r'\\d' == '\\\\d' && '\\u0041' == 'A' && b'ab' == bytes('ab')",
  ],
  patterns: [
    "'abc'.matches('^a.c$') && !'abc'.matches('^b') && matches('abc', 'b')",
    "'a1b22'.find('[0-9]+') == '1' && 'abc'.find('x') == ''",
    "'a1b22c333'.findAll('[0-9]+') == ['1', '22', '333'] && 'a1b22'.findAll('[0-9]+', 1) == ['1']",
    "'aaa'.find('a|aa') == 'a' && 'ab'.findAll('b*') == ['', 'b']",
    "'<a><b>'.find('<.+?>') == '<a>' && '<a><b>'.find('<.+>') == '<a><b>' && 'aaa'.findAll('a{1,2}?').size() == 3",
    "'ab'.findAll('[a-z]', 0) == [] && 'foobar'.find('o+') == 'oo'",
  ],
  lists: [
    "[1, 2, 2, 3].isSorted() && ![2, 1].isSorted() && ['a', 'b'].isSorted()",
    "[1, 3, 2].max() == 3 && [1.5, 0.5].min() == 0.5 && [1, 2].sum() == 3 && [].sum() == 0",
    "[1, 2, 2].indexOf(2) == 1 && [1, 2, 2].lastIndexOf(2) == 2 && [1].indexOf(3) == -1",
    "[1, 2, 3, 4].slice(1, 3) == [2, 3] && [[1], [2, 3]].flatten() == [1, 2, 3]",
    "[3, 1, 2].sort() == [1, 2, 3] && ['b', 'a'].reverse() == ['a', 'b'] && [1, 2, 1].distinct() == [1, 2]",
    "lists.range(3) == [0, 1, 2] && [{'a': 2}, {'a': 1}].sortBy(e, e.a)[0].a == 1",
    "2 in [1, 2] && !(3 in [1, 2]) && 'a' in {'a': 1}",
  ],
  sets: [
    "sets.contains([1, 2, 3], [2, 2]) && !sets.contains([1], [1, 2]) && sets.contains([], [])",
    "sets.equivalent([1, 2], [2, 1, 1]) && sets.intersects([1], [1, 2]) && !sets.intersects([1], [])",
  ],
  macros: [
    "[1, 2].all(x, x > 0) && [1, 2].exists(x, x > 1) && [1, 2].exists_one(x, x > 1) && [].all(x, false)",
    "[1, 2, 3].filter(x, x > 1).map(x, x * 2) == [4, 6] && [1, 2, 3].map(x, x > 1, x * 2) == [4, 6]",
    "{'a': 1, 'b': 2}.all(k, v, v > 0 && k != '') && ['x'].exists(i, v, i == 0 && v == 'x')",
    "[5, 6].transformList(i, v, i > 0, v * 2) == [12] && {'a': 1}.transformMap(k, v, v + 1) == {'a': 2}",
    "{'a': 'b'}.transformMapEntry(k, v, {v: k}) == {'b': 'a'} && ['x', 'y'].transformMap(i, v, v)[1] == 'y'",
    "{'a': 1}.exists(k, k == 'a') && {'a': 1}.map(k, k) == ['a']",
  ],
  optionals: [
    "{'a': 1}[?'a'].value() == 1 && !{'a': 1}[?'b'].hasValue() && [1][?3].orValue(7) == 7",
    "{'a': {'b': 1}}.?a.?b.orValue(0) == 1 && {'a': {'b': 1}}.?x.b.orValue(5) == 5",
    "optional.of(1).optMap(x, x + 1).value() == 2 && optional.none().or(optional.of(3)).value() == 3",
    "optional.of(1).optFlatMap(x, optional.of(x + 1)) == optional.of(2)",
    "optional.ofNonZeroValue('') == optional.none() && [?optional.of(1), ?optional.none(), 2] == [1, 2]",
    "{?'a': optional.none(), ?'b': optional.of(1)} == {'b': 1} && 1 in [?optional.of(1)]",
    "(true ? [?optional.of('?')] : ['a'])[0] == '?'",
  ],
  quantities: [
    "quantity('1Gi').isGreaterThan(quantity('1G')) && quantity('100m').compareTo(quantity('0.1')) == 0",
    "isQuantity('20Mi') && !isQuantity('20Mo') && quantity('50k').asInteger() == 50000",
    "quantity('0.5').isInteger() == false && quantity('500m').asApproximateFloat() == 0.5",
    "quantity('50k').add(20) == quantity('50020') && quantity('50k').sub('20k' == '' ? 1 : 20).isLessThan(quantity('50k'))",
    "sign(quantity('-3')) == -1 && sign(quantity('0')) == 0",
  ],
  versions: [
    "semver('1.2.3').major() == 1 && semver('1.2.3-rc.1').isLessThan(semver('1.2.3')) && isSemver('1.0.0+build')",
    "!isSemver('v1.0') && isSemver('v1.0', true) && semver('v1.2', true) == semver('1.2.0') && !isSemver('01.0.0')",
    "semver('1.0.0-alpha.2').compareTo(semver('1.0.0-alpha.10')) == -1 && semver('1.0.0-2').isLessThan(semver('1.0.0-a'))",
  ],
  addresses: [
    "isIP('127.0.0.1') && !isIP('127.0.0.01') && !isIP('::ffff:1.2.3.4') && ip('::1').family() == 6",
    "ip('127.0.0.1').isLoopback() && ip('0.0.0.0').isUnspecified() && ip('169.254.1.1').isLinkLocalUnicast()",
    "ip('224.0.0.1').isLinkLocalMulticast() && ip('8.8.8.8').isGlobalUnicast() && ip('fe80::1').isLinkLocalUnicast()",
    "ip.isCanonical('::1') && !ip.isCanonical('0:0::1') && string(ip('0:0::1')) == '::1'",
    "cidr('192.168.0.0/24').containsIP('192.168.0.1') && !cidr('192.168.0.0/24').containsIP(ip('192.168.1.1'))",
    "cidr('10.0.0.0/8').containsCIDR('10.1.0.0/16') && !cidr('10.1.0.0/16').containsCIDR(cidr('10.0.0.0/8'))",
    "cidr('192.168.1.9/24').masked() == cidr('192.168.1.0/24') && cidr('10.0.0.0/8').prefixLength() == 8 && isCIDR('::/0')",
    "cidr('192.168.1.9/24').ip() == ip('192.168.1.9') && string(cidr('10.0.0.0/8')) == '10.0.0.0/8'",
  ],
  urls: [
    "isURL('https://user:pass@example.com:80/a/b?q=1&q=2') && !isURL('a b')",
    "url('https://example.com:80/').getHost() == 'example.com:80' && url('https://example.com:80/').getHostname() == 'example.com'",
    "url('https://example.com:80/').getPort() == '80' && url('https://[::1]:80/').getHostname() == '::1'",
    "url('https://a/b%20c?k=v%20w').getEscapedPath() == '/b%20c' && url('https://a/?k=v+w&k=x').getQuery() == {'k': ['v w', 'x']}",
    "url('/path').getScheme() == '' && url('HTTPS://a/').getScheme() == 'https'",
  ],
  formats: [
    "format.dns1123Label().validate('abc') == optional.none() && format.dns1123Label().validate('A').value().size() > 0",
    "!format.named('nothing').hasValue() && format.named('uuid').value().validate('123') != optional.none()",
    "format.dns1123LabelPrefix().validate('abc-') == optional.none() && !format.labelValue().validate('a').hasValue()",
    "format.date().validate('2024-02-30').hasValue() && !format.datetime().validate('2024-02-03T04:05:06Z').hasValue()",
  ],
  times: [
    "duration('1h30m') == duration('90m') && duration('1h') > duration('59m') && duration('90s').getMinutes() == 1",
    "timestamp('2024-01-31T10:20:30Z').getMonth() == 0 && timestamp('2024-01-31T10:20:30Z').getDate() == 31",
    "timestamp('2024-01-31T10:20:30Z').getDayOfMonth() == 30 && timestamp('2024-02-01T00:00:00Z').getDayOfYear() == 31",
    "timestamp('2024-01-31T10:20:30Z').getHours('+02:00') == 12 && timestamp('2024-01-31T10:20:30+02:00').getHours() == 8",
    "timestamp('2024-01-31T10:20:30Z').getHours('Europe/Berlin') == 11 && timestamp('2024-01-31T10:20:30Z').getDayOfWeek() == 3",
    "timestamp('2024-01-02T00:00:00Z') - timestamp('2024-01-01T00:00:00Z') == duration('24h')",
    "timestamp('2024-01-01T00:00:00Z') + duration('1.5s') == timestamp('2024-01-01T00:00:01.5Z')",
    "string(duration('1m1.5s')) == '61.5s' && string(timestamp('2024-01-01T00:00:00.500Z')) == '2024-01-01T00:00:00.5Z'",
  ],
  types: [
    "type(1) == int && type('a') == string && type([]) == list && type({}) == map && type(1u) == uint && type(null) == null_type",
    "type(type(1)) == type && type(duration('1s')) == google.protobuf.Duration && dyn(1) != dyn('1')",
  ],
};

describe.each(Object.entries(TRUE))("%s", (_, expressions) => {
  it.each(expressions)("%s", text => {
    const { faults, type, value, error } = runExpression(text);
    expect({ faults, type, value, error }).toEqual({ faults: [], type: "bool", value: true, error: undefined });
  });
});

const FAILING: readonly (readonly [string, RegExp])[] = [
  ["1 / 0 == 1", /division by zero/],
  ["9223372036854775807 + 1 > 0", /overflow/],
  ["[1][2] == 1", /index out of bounds: 2/],
  ["{'a': 1}['b'] == 1", /no such key: b/],
  ["object.spec.x == 1", /no such key: spec/],
  ["optional.none().value() == 1", /optional.none\(\) dereference/],
  ["dyn('a') < dyn(1)", /no such overload/],
  ["int('x') == 1", /conversion/],
  ["quantity('x').isInteger()", /quantities/],
  ["[].max() == 1", /empty list/],
  ["{'a': 'x', 'b': 'x'}.transformMapEntry(k, v, {v: k}).size() == 1", /key x already exists/],
  ["[1, 2].all(x, dyn(x).y)", /no such overload/],
  ["duration('1h').getHours() / 0 == 1", /division/],
];

it.each(FAILING)("%s fails", (text, message) => {
  const { faults, error } = runExpression(text);
  expect(faults).toEqual([]);
  expect(error).toMatch(message);
});

/** What the compiler refuses, and where. */
const REFUSED: readonly (readonly [string, RegExp, number])[] = [
  ["object.a >", /syntax error/, 10],
  ["obj.a", /undeclared reference to 'obj'/, 0],
  ["1 == 'a'", /found no matching overload for '_==_' applied to '\(int, string\)'/, 0],
  ["[1, 'a'] == []", /expected type 'int' but found 'string'/, 4],
  ["object.?a == 'x'", /optional_type\(dyn\), string/, 0],
  ["true ? 1 : 'x'", /_\?_:_/, 0],
  ["'a'.matches('[')", /invalid matches argument/, 12],
  ["duration('1 day')", /invalid duration argument/, 9],
  ["has(object.a['b'])", /invalid argument to has/, 0],
  ["math.greatest(1, 2)", /undeclared reference to 'math'/, 0],
  ["'a'.reverse() == 'a'", /found no matching overload for 'reverse'/, 0],
  ["1.all(x, true)", /cannot be range of a comprehension|syntax/, 0],
  ["[1].all(x.y, true)", /iteration variable/, 8],
  ["[1].transformList(x, x, true)", /duplicate variable/, 21],
  ["true == 1 < 2", /_==_|_<_/, 0],
  ["[1].all(x, 1)", /expected type 'bool'/, 11],
  ["9223372036854775808", /invalid int/, 0],
  ["object.in", /syntax error/, 7],
];

it.each(REFUSED)("%s is refused", (text, message, at) => {
  const [first] = runExpression(text).faults;
  expect(first?.message).toMatch(message);
  if (!/syntax/.test(first?.message ?? "")) expect(first?.at).toBe(at);
});

it("an expression that takes too much work is stopped, whatever stands around it", () => {
  const list = Array.from({ length: 300 }, (_, index) => index);
  const text = "object.l.all(a, object.l.all(b, object.l.all(c, a + b + c >= 0))) || true";
  expect(runExpression(text, { l: list }).error).toMatch(/cost limit exceeded/);
});

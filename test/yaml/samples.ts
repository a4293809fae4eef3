// Documents that show one thing each, for the tests of the readers.

export const samples: Readonly<Record<string, string>> = {
  pod: `apiVersion: v1
kind: Pod # trailing
metadata:
  name: web
  # above labels
  labels: { app: web, "tier": 'front', }
spec:
  containers:
  - name: web
    image: "nginx:1.27"
    args: [--a, "b c", 'd']
    command:
      - sh
      - -c
      - |
        echo hello
          deeper

        done
  - name: side
    env:
    - {name: A, value: "1"}
    -
      name: B
      value:
  volumes: []
`,
  indentless: "a:\n- b\n- c: 1\n  d: 2\n-\n- - e\n  - f\ng: h\n",
  "plain over lines": "a: one two\n  three\n\n  four # end\nb:\n  first\n  second\nc:\n- item\n  more\n",
  "quoted over lines": "a: \"one\n  two\\\n  three\n\n  four\"\nb: 'it''s\n\n    text'\nc: \"less\nindented\"\nd: 1\n",
  literal: "a: |\n  x\n    y\n\n  z\n\n\nb: |-\n  x\n\nc: |+\n  x\n\n\nd: |2\n    x\ne: |\n\n  x\nf: |\ng: 1\n",
  folded: "a: >\n  one\n  two\n\n  three\n    deeper\n  four\nb: >-\n  x\n  y\nc: >+\n  x\n\nd: >1\n  x\n y\n",
  "no last line break": "a: |\n  x",
  "spaces at the end": "a: 1   \nb:   \n  c: d  # e  \nf: |  \n  x  \n",
  flow: "a: [1, [2, 3], {b: c}, ]\nb: {\n  c: d, # e\n  'f': [\n  ], g\n}\nc: {x: , y: 1}\nd: [ ]\n",
  numbers:
    "a: 0644\nb: 0x1F\nc: 1_000\nd: 1e3\ne: 3.0\nf: 9007199254740993\ng: -0.0\nh: .5\ni: 08\nj: +1\nk: 1.2.3\nl: 1e400\n",
  words: "a: yes\nb: No\nc: on\nd: ~\ne: null\nf: y\ng: nope\nh: 2001-01-01\ni: 12:30\nj: ''\n",
  keys: 'yes: 1\n0644: 2\n"a b": 3\na b: 4\n1.5: 5\n? complex\n: 6\na:b: 7\n-x: 8\n',
  comments:
    "# top\n\n# second\na: # behind\n  # inside\n  b: 1\n  # after\n    # deeper\n# last\nc: 2 #none\nd: x#y\n# end\n",
  anchors:
    "base: &b {x: 1, z: &s text}\nuse: *b\nlist: [*s, *b]\nmerged:\n  <<: *b\n  x: 2\nlater:\n  x: 3\n  <<: *b\n",
  tags: "a: !!str 1\nb: !!int '3'\nc: !custom {x: y}\nd: !!binary aGVsbG8=\n",
  list: "- a\n- b: 1\n  c: 2\n# between\n- [d]\n",
  "root flow": '{"a": 1, b: [x]}\n',
  "root scalar": "just text\n",
  empty: "",
  "only comments": "# a\n  # b\n",
  crlf: "a: 1\r\nb:\r\n  - c\r\n  - |\r\n    x\r\n    y\r\n",
  bom: "\ufeffa: 1\nb: 2\n",
  "other breaks": "a: 1\u2028b: 2\u0085c: 3\rd: 4\n",
  unicode: 'a: é\nb: 日本\nc: 😀\n"é": x # ü\n',
  several: "# head\n---\na: 1\n---\n# nothing\n--- # named\nb: 2\n...\n---\n\n---\n- c\n",
  "first marker": "---\na: 1\n---\nb: 2\n---\n",
  "json stream": '{"a": 1}\n{"b": [true, null, "x\\/\\u00e9"]}\n',
  "json and more": '{"a": 1}\n---\nb: 2\n',
  "broken between": "a: 1\n---\nb: [\n---\nc: 3\n",
};

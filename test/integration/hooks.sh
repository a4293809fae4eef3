#!/usr/bin/env bash
# lefthook, husky and lint-staged run the lines of the README in a repository. Needs git, Node, npm and the network (npm); dist/ must be built.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
. test/integration/project.sh
export LEFTHOOK_QUIET= HUSKY=1

# The lines name a version: npx takes the installed package of that version, and asks nobody.
tarball=$work/$(npm pack --silent --pack-destination "$work")
mkdir "$work/project"
cd "$work/project"
git init --quiet .
printf '{ "name": "project", "private": true, "scripts": { "prepare": "husky" } }\n' >package.json
printf 'node_modules/\n' >.gitignore
# 16 is the last lint-staged that runs on Node 20.
npm install --silent --no-audit --no-fund --ignore-scripts --save-dev "$tarball" lefthook@2 husky@9 lint-staged@16

manifest web http >deployment.yaml
service web web >'der dienst ü.yaml'
service other web >other.yaml
ingress web >ingress.yaml
git add .
git commit --quiet --message=start

commits() { # name of the manager: the same four commits under each
  manifest web htpp >deployment.yaml
  git add .
  try "$1: an error stops the commit" 1 'error[probe-named-port-unresolved]' git commit --message=broken
  git reset --quiet --hard "$start"

  service web wbe >'der dienst ü.yaml'
  git add .
  try "$1: a Service that loses an untouched Deployment, in a file with a blank and an umlaut" any 'der dienst ü.yaml:5:20' \
    git commit --message=lost
  git reset --quiet --hard "$start"

  printf 'replicas: 3\n' >values.yaml
  git add .
  try "$1: YAML that is no manifest passes" 0 '1 file changed' git commit --message=values
  git reset --quiet --hard "$start"
}

deletion() {
  git rm --quiet 'der dienst ü.yaml'
  try "$1: tells what a deletion breaks" any 'ingress-backend-missing' git commit --message=deletion
  git reset --quiet --hard "$start"
}

set_up() { # a file of the README, committed without a hook looking on
  snippet "$1" >"$1"
  git add .
  git -c core.hooksPath=/dev/null commit --quiet --message="$1"
  start=$(git rev-parse HEAD)
}

set_up lefthook.yml
npx lefthook install >/dev/null
commits lefthook
deletion lefthook
npx lefthook uninstall >/dev/null

npx husky
set_up .husky/pre-commit
commits husky
deletion husky

printf 'npx lint-staged --verbose\n' >.husky/pre-commit
set_up .lintstagedrc.json
commits lint-staged

exit "$failed"

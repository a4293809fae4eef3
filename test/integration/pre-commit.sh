#!/usr/bin/env bash
# The hooks under the real pre-commit. Needs git, Python 3, Node, npm and the network (PyPI); dist/ must be built (npm run bundle).
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PRE_COMMIT_HOME="$work/cache" GIT_CONFIG_GLOBAL=/dev/null
export GIT_AUTHOR_NAME=Test GIT_AUTHOR_EMAIL=test@example.com GIT_COMMITTER_NAME=Test GIT_COMMITTER_EMAIL=test@example.com

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pre-commit

# What a user's pre-commit clones: the tracked files, and dist/ as it is built now.
git clone --quiet "$root" "$work/hooks"
rm -rf "$work/hooks/dist"
cp -R "$root/dist" "$work/hooks/dist"
git -C "$work/hooks" add --force dist
git -C "$work/hooks" commit --quiet --allow-empty --message=dist

mkdir "$work/project"
cd "$work/project"
git init --quiet .

manifest() { # name, port of the probe
  cat <<YAML
apiVersion: apps/v1
kind: Deployment
metadata: { name: $1 }
spec:
  selector: { matchLabels: { app: $1 } }
  template:
    metadata: { labels: { app: $1 } }
    spec:
      containers:
        - name: $1
          image: example.com/$1:1.2.3
          ports: [{ name: http, containerPort: 8080 }]
          readinessProbe: { httpGet: { path: /ready, port: $2 } }
YAML
}

service() { # name, label
  cat <<YAML
apiVersion: v1
kind: Service
metadata: { name: $1 }
spec:
  selector: { app: $2 }
  ports: [{ port: 80, targetPort: http }]
YAML
}

failed=0
hook() { # name, wanted exit code (or any: the severity is the rule's matter), hook id, wanted text
  run "$@" run "$3"
}

try() { # the same with pre-commit try-repo, which installs the hook anew
  run "$@" try-repo "$work/hooks" "$3"
}

run() { # name, wanted exit code, hook id, wanted text, pre-commit's arguments
  local status=0
  "$work/venv/bin/pre-commit" "${@:5}" --verbose >"$work/log" 2>&1 || status=$?
  if { [ "$2" = any ] || [ "$status" = "$2" ]; } && grep --quiet --fixed-strings -- "$4" "$work/log"; then
    echo "ok: $1"
  else
    cat "$work/log"
    echo "FAILED: $1 (exit $status, wanted $2 and \"$4\")"
    failed=1
  fi
  git reset --quiet --hard
}

manifest web http >deployment.yaml
service web web >'der dienst ü.yaml'
service other web >other.yaml
cat >ingress.yaml <<'YAML'
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec:
  rules:
    - http:
        paths:
          - { path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }
YAML
cat >.pre-commit-config.yaml <<YAML
repos:
  - repo: $work/hooks
    rev: $(git -C "$work/hooks" rev-parse HEAD)
    hooks:
      - id: kprobe-lint
      - id: kprobe-lint-all
YAML
git add .
git commit --quiet --message=start

service web wbe >'der dienst ü.yaml'
git add .
try 'a staged Service that loses an untouched Deployment, in a file with a blank and an umlaut' any kprobe-lint \
  'der dienst ü.yaml:5:20'

manifest web htpp >deployment.yaml
git add .
hook 'an error stops the commit' 1 kprobe-lint 'error[probe-named-port-unresolved]'

git rm --quiet 'der dienst ü.yaml'
hook 'the hook for files does not run for deletions alone' 0 kprobe-lint 'Skipped'

git rm --quiet 'der dienst ü.yaml'
hook 'the hook for the project does, and tells what the deletion broke' 0 kprobe-lint-all 'ingress-backend-missing'

mkdir .github
printf 'replicas: 3\n' >values.yaml
printf 'on: push\njobs: {}\n' >.github/ci.yaml
printf '{ "a": 1 }\n' >data.json
git add .
hook 'YAML that is no manifest passes' 0 kprobe-lint 'nothing found'

exit "$failed"

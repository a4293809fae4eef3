# A project to try integrations on: sourced by the scripts beside it, which have set `root` to the project's root.

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
export GIT_AUTHOR_NAME=Test GIT_AUTHOR_EMAIL=test@example.com GIT_COMMITTER_NAME=Test GIT_COMMITTER_EMAIL=test@example.com
# Neither this repository's hook nor this CI's variables have a say in what is tried.
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE GITHUB_ACTIONS GITHUB_WORKSPACE GITHUB_STEP_SUMMARY GITLAB_CI TF_BUILD
failed=0

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

ingress() { # name of the Service
  cat <<YAML
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: $1 }
spec:
  rules:
    - http:
        paths:
          - { path: /, pathType: Prefix, backend: { service: { name: $1, port: { number: 80 } } } }
YAML
}

snippet() { # file name, as README.md beside this file marks it: prints the block that follows
  awk -v mark="<!-- try: $1 -->" '
    $0 == mark { found = 1; next }
    found && /^```/ { if (inside) exit; inside = 1; next }
    inside { print }
  ' "$root/test/integration/README.md"
}

try() { # name, wanted exit code (or any: the severity is the rule's matter), wanted text, command…
  local status=0
  "${@:4}" >"$work/log" 2>&1 || status=$?
  if { [ "$2" = any ] || [ "$status" = "$2" ]; } && grep --quiet --fixed-strings -- "$3" "$work/log"; then
    echo "ok: $1"
  else
    cat "$work/log"
    echo "FAILED: $1 (exit $status, wanted $2 and \"$3\")"
    failed=1
  fi
}

var r=Object.defineProperty;var p=Object.getOwnPropertyDescriptor;var d=Object.getOwnPropertyNames;var l=Object.prototype.hasOwnProperty;var c=(a,t)=>{for(var o in t)r(a,o,{get:t[o],enumerable:!0})},m=(a,t,o,n)=>{if(t&&typeof t=="object"||typeof t=="function")for(let s of d(t))!l.call(a,s)&&s!==o&&r(a,s,{get:()=>t[s],enumerable:!(n=p(t,s))||n.enumerable});return a};var b=a=>m(r({},"__esModule",{value:!0}),a);var u={};c(u,{pages:()=>h});module.exports=b(u);function e(a){let t=(a.raw[0]??"").replaceAll("\\`","`"),o=t.slice(t.startsWith(`
`)?1:0,t.trimEnd().length).split(`
`),n=o[0]??"",s=n.length-n.trimStart().length;return`${o.map(i=>i.slice(s)).join(`
`)}
`}var h={"api-invalid":{get why(){return`Beyond the types of single fields the API server checks how they fit each other. What no rule of its own describes is told here in the server's
    words: of a warning kubectl prints a line, a dropped field is gone without a word, and a refused object is not applied at all.`},get references(){return["https://kubernetes.io/docs/reference/using-api/api-concepts/","pkg/api/pod: warningsForPodSpecAndMeta"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              env:
                - { name: MODE, value: fast }
                - { name: MODE, value: safe }
                #         ^^^^ env hides previous definition of "MODE", which may be dropped when using apply
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              env:
                - { name: MODE, value: safe }
      `}]}},"bare-pod":{get why(){return`The kubelet restarts the containers of a pod on its node, and nothing more. When the pod is evicted, deleted or lost with its node,
    nobody makes another; and no rollout changes it, since most of its spec cannot be changed.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/#pods-and-controllers","https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        #     ^^^ Pod "web" has no controller: when it is evicted or its node is lost, nothing makes another
        metadata:
          name: web
          labels: { app: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata:
              labels: { app: web }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `}]}},"bluegreen-pair-drift":{get why(){return`A blue/green switch moves all traffic to the idle workload at once. Where that one has other probes, ports, resources, environment or replicas, the
    switch changes more than the version. Without a readiness probe it exposes the pods in whatever state they are.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/management/"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web-blue }
        spec:
          selector: { matchLabels: { app: web, color: blue } }
          template:
            metadata: { labels: { app: web, color: blue } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  readinessProbe:
                    httpGet: { path: /ready, port: 8080 }
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web-green }
        #                 ^^^^^^^^^ Deployment "web-green" stands by for Deployment "web-blue" and differs in readinessProbe
        spec:
          selector: { matchLabels: { app: web, color: green } }
          template:
            metadata: { labels: { app: web, color: green } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.5.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web, color: blue }
          ports: [{ port: 80, targetPort: 8080 }]
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web-blue }
        spec:
          selector: { matchLabels: { app: web, color: blue } }
          template:
            metadata: { labels: { app: web, color: blue } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  readinessProbe:
                    httpGet: { path: /ready, port: 8080 }
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web-green }
        spec:
          selector: { matchLabels: { app: web, color: green } }
          template:
            metadata: { labels: { app: web, color: green } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.5.0
                  readinessProbe:
                    httpGet: { path: /ready, port: 8080 }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web, color: blue }
          ports: [{ port: 80, targetPort: 8080 }]
      `}]}},"claim-missing":{get why(){return"The scheduler does not place a pod whose claim does not exist: it stays Pending (persistentvolumeclaim not found) until somebody makes the claim."},get references(){return["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#claims-as-volumes"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: { name: data }
        spec:
          accessModes: [ReadWriteOnce]
          resources: { requests: { storage: 1Gi } }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: db }
        spec:
          containers:
            - name: db
              image: postgres:17.2
              volumeMounts: [{ name: data, mountPath: /var/lib/postgresql/data }]
          volumes:
            - name: data
              persistentVolumeClaim: { claimName: date }
              #                                   ^^^^ PersistentVolumeClaim "date" is not in namespace "default"; did you mean "data"?
      `,good:e`
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: { name: data }
        spec:
          accessModes: [ReadWriteOnce]
          resources: { requests: { storage: 1Gi } }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: db }
        spec:
          containers:
            - name: db
              image: postgres:17.2
              volumeMounts: [{ name: data, mountPath: /var/lib/postgresql/data }]
          volumes:
            - name: data
              persistentVolumeClaim: { claimName: data }
      `}]}},"configmap-key-missing":{get why(){return`A container that takes an environment variable from a key that is not there does not start (CreateContainerConfigError), and a pod that mounts such a
    key stays in ContainerCreating, until the ConfigMap has it or the reference is optional.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: web }
        data: { log-level: info }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              env:
                - name: LOG_LEVEL
                  valueFrom:
                    configMapKeyRef: { name: web, key: log_level }
                    #                                  ^^^^^^^^^ ConfigMap "web" has no key "log_level"; did you mean "log-level"?
      `,good:e`
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: web }
        data: { log-level: info }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              env:
                - name: LOG_LEVEL
                  valueFrom:
                    configMapKeyRef: { name: web, key: log-level }
      `}]}},"configmap-missing":{get why(){return`Containers that take environment from a missing ConfigMap do not start (CreateContainerConfigError), and pods that mount one stay in ContainerCreating,
    until it exists or the reference is optional.`},get references(){return["https://kubernetes.io/docs/concepts/configuration/configmap/"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: settings }
        data: { mode: fast }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              envFrom: [{ configMapRef: { name: setings } }]
              #                                 ^^^^^^^ ConfigMap "setings" is not in namespace "default"; did you mean "settings"?
      `,good:e`
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: settings }
        data: { mode: fast }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              envFrom: [{ configMapRef: { name: settings } }]
      `}]}},"container-restart-policy-version":{get why(){return`restartPolicy Always makes a sidecar of an init container since Kubernetes 1.29; before, the field is dropped without a word, the container
    has to end before the others start, and a proxy never does. Containers of the main list may have one since 1.35.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/","pkg/apis/core/validation: validateContainerRestartPolicy"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          initContainers:
            - name: proxy
              image: example.com/proxy:1.0.0
              restartPolicy: Always
              #              ^^^^^^ restartPolicy of an init container is dropped without a word by Kubernetes 1.28: sidecars are on since 1.29, so this container has to end before the others start
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: proxy
              image: example.com/proxy:1.0.0
            - name: web
              image: example.com/web:1.4.0
      `,minor:28}]}},"daemonset-max-unavailable-high":{get why(){return`The pods of a DaemonSet do for their nodes what nobody else does there: networking, DNS, ingress, storage. With a high
    maxUnavailable the controller deletes them on most nodes in one step, and where the new version does not start these nodes stay
    without it.`},get references(){return["https://kubernetes.io/docs/tasks/manage-daemon/update-daemon-set/","pkg/controller/daemon: updatedDesiredNodeCounts"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: { name: dns, namespace: kube-system }
        spec:
          updateStrategy:
            rollingUpdate: { maxUnavailable: 100% }
            #                                ^^^^ maxUnavailable 100 % stops the pods of 10 nodes of 10 at once
          selector: { matchLabels: { app: dns } }
          template:
            metadata: { labels: { app: dns } }
            spec:
              containers:
                - name: dns
                  image: example.com/dns:1.11.0
      `,good:e`
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: { name: dns, namespace: kube-system }
        spec:
          updateStrategy:
            rollingUpdate: { maxUnavailable: 10% }
          selector: { matchLabels: { app: dns } }
          template:
            metadata: { labels: { app: dns } }
            spec:
              containers:
                - name: dns
                  image: example.com/dns:1.11.0
      `}]}},"daemonset-ondelete":{get why(){return`With updateStrategy OnDelete the controller makes pods of the new template only for those that somebody deletes. Applying a new
    image changes nothing that runs; the next eviction, weeks later, brings one pod of the new version among the old ones.`},get references(){return["https://kubernetes.io/docs/tasks/manage-daemon/update-daemon-set/","pkg/controller/daemon: updateDaemonSet"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: { name: agent }
        spec:
          updateStrategy:
            type: OnDelete
            #     ^^^^^^^^ updateStrategy OnDelete replaces no pod by itself: a new template reaches a pod only when somebody deletes it
          selector: { matchLabels: { app: agent } }
          template:
            metadata: { labels: { app: agent } }
            spec:
              containers:
                - name: agent
                  image: example.com/agent:3.2.0
      `,good:e`
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: { name: agent }
        spec:
          updateStrategy:
            type: RollingUpdate
          selector: { matchLabels: { app: agent } }
          template:
            metadata: { labels: { app: agent } }
            spec:
              containers:
                - name: agent
                  image: example.com/agent:3.2.0
      `}]}},"deceptive-characters":{get why(){return`Some characters turn the direction in which what follows is shown, and some are not shown at all. A reviewer sees one command, image or
    comment and the cluster reads another one, so that a change passes which nobody would have let pass. An image with such a character in it
    is another image, or none.`},get references(){return["https://trojansource.codes/trojan-source.pdf"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: registry.example.com/web:1.4.0\u200b
              #                                    ^ a zero-width space (U+200B) is part of this text, where nobody sees it
      `.replace("\\u200b","\u200B"),good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: registry.example.com/web:1.4.0
      `}]}},"delay-redundant-with-startup":{get why(){return`Liveness and readiness do not run before the startup probe has succeeded. Their initialDelaySeconds counts from the container's start all
    the same, not from that success: after a slow start it is over, and after a quick one it keeps a ready pod waiting.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes","https://github.com/kubernetes/website/issues/42539","pkg/kubelet/prober: worker.doProbe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              startupProbe:
                httpGet: { path: /livez, port: 8080 }
                failureThreshold: 30
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                initialDelaySeconds: 30
                #                    ^^ initialDelaySeconds 30 of the liveness probe counts from the container's start, while the startupProbe holds it back for up to 300 s (30 x 10) already
                periodSeconds: 10
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              startupProbe:
                httpGet: { path: /livez, port: 8080 }
                failureThreshold: 30
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 10
      `}]}},"deployment-paused":{get why(){return`While spec.paused is true the controller scales, but rolls nothing out: a new image is accepted and never runs, and the progress
    deadline does not count. kubectl rollout pause sets it for a moment; in a manifest it stays until somebody wonders.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pausing-and-resuming-a-deployment","pkg/controller/deployment: syncDeployment"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          paused: true
          #       ^^^^ paused: true stops every rollout: changes of the template are accepted and never reach a pod
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `}]}},"deprecated-api":{get why(){return"It still works in this version of Kubernetes and will not in a later one. The replacement is there already."},get references(){return["https://kubernetes.io/docs/reference/using-api/deprecation-guide/","https://kubernetes.io/docs/concepts/services-networking/ingress/#deprecated-annotation"]},get examples(){return[{bad:e`
        apiVersion: v1
        #           ^^ v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice
        kind: Endpoints
        metadata: { name: warehouse }
        subsets:
          - addresses: [{ ip: 192.0.2.42 }]
            ports: [{ port: 9376 }]
      `,good:e`
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: warehouse-1
          labels: { kubernetes.io/service-name: warehouse }
        addressType: IPv4
        endpoints: [{ addresses: [192.0.2.42] }]
        ports: [{ port: 9376 }]
      `}]}},"duplicate-object":{get why(){return`To the cluster, group, kind, namespace and name are one object. Applied in turn, the second document overwrites what the first one set, and what stands
    in the first alone is lost; kustomize and Helm refuse it.`},get references(){return["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/","https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: settings }
        data: { mode: fast }
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: settings }
        #                 ^^^^^^^^ ConfigMap "settings" is defined twice: applied after the first, this one overwrites it
        data: { mode: safe }
      `,good:e`
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: settings }
        data: { mode: fast }
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: settings-safe }
        data: { mode: safe }
      `}]}},"exec-command-not-split":{get why(){return`exec runs the first element as a program, with the others as its arguments, and no shell in between. A single element "cat /tmp/healthy" is
    the name of a program that does not exist, so every attempt of the probe, or the hook, fails.`},get references(){return["https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.34/#execaction-v1-core","pkg/kubelet/prober: prober.newExecInContainer"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                exec:
                  command: ["cat /tmp/healthy"]
                  #         ^^^^^^^^^^^^^^^^^^ the command of livenessProbe has one element, which is run as a program named "cat /tmp/healthy"
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                exec:
                  command: [cat, /tmp/healthy]
      `}]}},"exec-probe-cost":{get why(){return`Each attempt of a command probe makes the container runtime create processes in the container: far dearer than a request over the network.
    On a node with many such pods the attempts alone use up CPU and slow each other down, until they reach their timeouts.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#probe-check-methods","pkg/kubelet/prober: prober.runProbe"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  livenessProbe:
                    exec: { command: [cat, /tmp/healthy] }
                    periodSeconds: 5
                    #              ^ the liveness probe starts a command every 5 s in each of 3 pods: about 36 a minute (3 x 60 / 5)
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  livenessProbe:
                    exec: { command: [cat, /tmp/healthy] }
                    periodSeconds: 10
      `}]}},"exec-probe-default-timeout":{get why(){return`A command probe starts a process in the container for each attempt, with the container's CPU limit. Interpreters and database clients can
    need the default timeoutSeconds of 1 for their start alone; the attempt then fails though the application is well.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes","pkg/apis/core/v1: SetDefaults_Probe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                exec: { command: [python3, /app/check.py] }
                #       ^^^^^^^ the liveness probe gives "python3" 1 s to start and answer (timeoutSeconds is not set)
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                exec: { command: [python3, /app/check.py] }
                timeoutSeconds: 5
      `}]}},"exec-probe-env-expansion":{get why(){return`In the command of a probe, $(NAME) is replaced with what env writes down as value. A variable that comes from a Secret, a ConfigMap or a
    field has no value there and becomes the empty string; one that comes through envFrom stays as it is written.`},get references(){return["https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/","pkg/kubelet/container: ExpandContainerCommandOnlyStatic"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              env:
                - name: TOKEN
                  valueFrom: { secretKeyRef: { name: web, key: token } }
              livenessProbe:
                exec: { command: [check, $(TOKEN)] }
                #                        ^^^^^^^^ $(TOKEN) in the command of the liveness probe becomes the empty string: its value comes from elsewhere
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              env:
                - name: TOKEN
                  valueFrom: { secretKeyRef: { name: web, key: token } }
              livenessProbe:
                exec: { command: [sh, -c, 'check "$TOKEN"'] }
      `}]}},"exec-shell-syntax-without-shell":{get why(){return`exec hands its elements to the program as they are. A pipe, a redirection or a variable is then an argument like any other: the program does
    not find a file named "|", or takes it for an option, and what was to come after it never runs.`},get references(){return["https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.34/#execaction-v1-core","pkg/kubelet/prober: prober.newExecInContainer"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                exec:
                  command: [curl, -s, "localhost:8080/health", "|", grep, ok]
                  #                                            ^^^ "|" in the command of livenessProbe is an argument of "curl", since no shell runs the command
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                exec:
                  command: [sh, "-c", "curl -s localhost:8080/health | grep ok"]
      `}]}},"external-ips-deprecated":{get why(){return`Whoever may create a Service can take over traffic to any address with externalIPs (CVE-2020-8554). The field is deprecated since Kubernetes 1.36,
    with a warning by the API server, and planned to go.`},get references(){return["https://kubernetes.io/docs/concepts/services-networking/service/#external-ips","pkg/api/service: GetWarningsForService"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          externalIPs: [192.0.2.102]
         #^^^^^^^^^^^ spec.externalIPs is deprecated and may no longer be implemented in some clusters: anyone who may write Services can draw traffic for any address to them (CVE-2020-8554)
          ports: [{ port: 80, targetPort: 8080 }]
      `,good:e`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: LoadBalancer
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `}]}},"grace-period-long":{get why(){return`A process that does not end by itself keeps its pod for the whole grace period: a drain of its node waits for it, a StatefulSet
    starts no successor, a Recreate no new pod, and a liveness probe's restart takes as long too.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination","https://kubernetes.io/docs/tasks/administer-cluster/safely-drain-node/"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker }
        spec:
          selector: { matchLabels: { app: worker } }
          template:
            metadata: { labels: { app: worker } }
            spec:
              terminationGracePeriodSeconds: 3600
              #                              ^^^^ a grace period of 3600 s lets a pod that does not stop hold up a drain or a rollout for 1 h
              containers:
                - name: worker
                  image: example.com/worker:2.1.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker }
        spec:
          selector: { matchLabels: { app: worker } }
          template:
            metadata: { labels: { app: worker } }
            spec:
              terminationGracePeriodSeconds: 120
              containers:
                - name: worker
                  image: example.com/worker:2.1.0
      `}]}},"grace-period-negative":{get why(){return`The API server accepts terminationGracePeriodSeconds below 0 with a warning, and treats it as 1: the pod is killed almost at once, which
    is hardly what a negative number was to mean.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination","pkg/api/pod: warningsForPodSpecAndMeta"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          terminationGracePeriodSeconds: -1
          #                              ^^ terminationGracePeriodSeconds -1 must be >= 0; negative values are invalid and will be treated as 1
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          terminationGracePeriodSeconds: 30
          containers:
            - name: web
              image: example.com/web:1.4.0
      `}]}},"grace-period-short":{get why(){return`terminationGracePeriodSeconds is what a pod has from its deletion until SIGKILL: the wait until no more requests come, and the end of
    those that run. In a few seconds there is room for neither, and every rollout cuts requests off.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              terminationGracePeriodSeconds: 2
              #                              ^ a grace period of 2 s ends with SIGKILL before the last requests from Service "web" are answered
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              terminationGracePeriodSeconds: 30
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `}]}},"grace-period-zero":{get why(){return`With terminationGracePeriodSeconds 0 every deletion is a forced one: the pod disappears from the API at once, preStop hooks are
    skipped or cut off after 1 s, and SIGKILL follows SIGTERM after 2 s at most. Requests break off, and a StatefulSet may start the successor of a pod
    that still runs.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination-forced","pkg/registry/core/pod: podStrategy.CheckGracefulDelete","pkg/kubelet: calculateEffectiveGracePeriod","pkg/kubelet/kuberuntime: killContainer"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: db
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              terminationGracePeriodSeconds: 0
              #                              ^ a grace period of 0 s kills the pod at once
              containers:
                - name: db
                  image: example.com/db:16.4
      `,good:e`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: db
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:16.4
      `}]}},"grpc-probe-invalid":{get why(){return`A grpc probe takes the number of its port only: the name of a port is not looked up as it is for httpGet and tcpSocket, and there is no
    default. The kubelet speaks plain text, without TLS and without credentials, to the health service of that port.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-grpc-liveness-probe","pkg/apis/core/validation: validateGRPCAction"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                grpc: { port: 0 }
                #             ^ grpc port 0 must be between 1 and 65535, inclusive
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                grpc: { port: 9090 }
      `},{title:"A port with TLS",bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: grpc-tls, containerPort: 9443 }]
              readinessProbe:
                grpc: { port: 9443 }
                #             ^^^^ the readiness probe speaks plain gRPC to port 9443, which is declared as "grpc-tls"
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: grpc-tls, containerPort: 9443 }, { name: health, containerPort: 9090 }]
              readinessProbe:
                grpc: { port: 9090 }
      `}]}},"hpa-min-one-critical":{get why(){return`In a quiet hour the autoscaler leaves minReplicas pods, 1 where it is omitted. While the node of that one is drained or lost, nobody serves, and a
    quiet hour is when nodes are drained.`},get references(){return["https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: LoadBalancer
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: { name: web }
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
          minReplicas: 1
          #            ^ HorizontalPodAutoscaler "web" lets Deployment "web" go down to 1 pod (minReplicas 1); critical because: LoadBalancer Service web; Service web; HorizontalPodAutoscaler web
          maxReplicas: 10
          metrics:
            - type: Resource
              resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } }
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: LoadBalancer
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: { name: web }
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
          minReplicas: 2
          maxReplicas: 10
          metrics:
            - type: Resource
              resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } }
      `}]}},"hpa-replicas-conflict":{get why(){return`The autoscaler writes spec.replicas, and so does every apply of the manifest: each deployment sets the workload back to the written number, whatever
    the load. Under load, pods that are needed are deleted, and come back when the autoscaler has seen it.`},get references(){return["https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          #         ^ every apply sets Deployment "web" back to 3 replicas, while HorizontalPodAutoscaler "web" keeps 2 to 10 of them
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: { name: web }
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
          minReplicas: 2
          maxReplicas: 10
          metrics:
            - type: Resource
              resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } }
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: { name: web }
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
          minReplicas: 2
          maxReplicas: 10
          metrics:
            - type: Resource
              resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } }
      `}]}},"hpa-target-missing":{get why(){return`An autoscaler finds what it scales by group, kind and name in its own namespace. Where there is nothing, it does nothing: the workload keeps the
    replicas it has, and only the autoscaler's conditions say so (AbleToScale is False, FailedGetScale).`},get references(){return["https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/","pkg/controller/podautoscaler: HorizontalController.reconcileAutoscaler"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: { name: web }
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: wbe }
          #                                                              ^^^ HorizontalPodAutoscaler "web" scales Deployment "wbe", which is not in namespace "default"; did you mean "web"?
          maxReplicas: 5
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: { name: web }
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
          maxReplicas: 5
      `}]}},"ignore-unexplained":{get why(){return`Whoever meets it later cannot tell a decision from a shortcut, and dares neither to remove it nor to trust it. The reason stands
    behind two dashes, or is the annotation's value.`},get references(){return["https://github.com/kprobe-lint/kprobe-lint#ignoring"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        # kprobe-lint-ignore ignore-unexplained
        #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this comment gives no reason
        data:
          mode: fast
      `,good:e`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        # kprobe-lint-ignore ignore-unexplained -- shows how a reason is written
        data:
          mode: fast
      `}]}},"ignore-unused":{get why(){return`It names no rule, a rule that is not known, or one that finds nothing at this place. Whoever reads it takes the manifest for worse
    than it is, and should the mistake come back one day, nobody will hear of it.`},get references(){return["https://github.com/kprobe-lint/kprobe-lint#ignoring"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        # kprobe-lint-ignore
        #^^^^^^^^^^^^^^^^^^^ this comment names no rule, so it ignores nothing
        data:
          mode: fast
      `,good:e`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          mode: fast
      `}]}},"image-tag-mutable":{get why(){return`No tag means "latest", and what it stands for changes. The same manifest runs other code on the node that pulls it next, a restart
    after a crash may be an upgrade nobody asked for, applying it again starts no rollout, and kubectl rollout undo returns to the same
    tag with today's content.`},get references(){return["https://kubernetes.io/docs/concepts/containers/images/#image-names","pkg/apis/core/v1: SetDefaults_Container"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: nginx
              #      ^^^^^ image "nginx" has no tag, which means latest: what it stands for changes, and the next pod may run other code
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: nginx:1.27.3
      `}]}},"incomplete-workload":{get why(){return`Without a selector a controller does not know its pods, and without a template it cannot make any: the API server refuses the object. As a patch for
    kustomize such a fragment is right, and skipped as one where a kustomization lists it.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#writing-a-deployment-spec","pkg/apis/apps/validation: ValidateDeploymentSpec"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
        #^^^ "spec.selector" and "spec.template" are required: without them the Deployment neither makes pods nor knows its own
          replicas: 3
          strategy: { type: Recreate }
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          strategy: { type: Recreate }
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `}]}},"ingress-backend-missing":{get why(){return`A route knows its backend by name, in its own namespace. Where no Service of that name exists, the controller answers requests for this host and
    path with an error of its own (503 or 404), while the Ingress itself looks healthy.`},get references(){return["https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec:
          rules:
            - host: shop.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service: { name: wbe, port: { number: 80 } }
                      #                ^^^ Ingress "shop" leads to Service "wbe", which is not in namespace "default"; did you mean "web"?
      `,good:e`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec:
          rules:
            - host: shop.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service: { name: web, port: { number: 80 } }
      `}]}},"ingress-backend-port-missing":{get why(){return`A route names a port of the Service, by name or number; the container's port is the Service's business (targetPort). Where the Service has no
    such port, the controller finds no endpoints for the backend and answers with an error of its own.`},get references(){return["https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/#IngressBackend","https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ name: http, port: 80, targetPort: 8080 }]
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec:
          rules:
            - host: shop.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service: { name: web, port: { number: 8080 } }
                      #                                     ^^^^ Service "web" has no port 8080: 8080 is the targetPort, its port is 80
      `,good:e`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ name: http, port: 80, targetPort: 8080 }]
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec:
          rules:
            - host: shop.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service: { name: web, port: { number: 80 } }
      `}]}},"ingress-chain-broken":{get why(){return`The way of a request is Ingress, Service, port, pod. The Ingress and its Service are there, but the Service selects no pod, or no pod declares the
    port it means, so every request ends with an error of the controller. The cause is told at the Service; this tells whom it hits.`},get references(){return["https://kubernetes.io/docs/concepts/services-networking/ingress/"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  ports: [{ name: http, containerPort: 8080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: htpp }]
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec:
          rules:
            - host: shop.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service: { name: web, port: { number: 80 } }
                      #                ^^^ no request gets through: Ingress "shop" -> Service "web" -> no port "htpp" in any pod
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  ports: [{ name: http, containerPort: 8080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: http }]
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec:
          rules:
            - host: shop.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service: { name: web, port: { number: 80 } }
      `}]}},"init-waits-forever":{get why(){return`A loop without an end in an init container holds the whole pod back: no app container starts, nothing fails, nothing is restarted.
    When the name it asks for belongs to no Service the pod stays in Init:0/1, and a rollout stops at it.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/init-containers/","https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          initContainers:
            - name: wait
              image: busybox:1.37
              command: [sh, -c, "until nslookup databse; do sleep 2; done"]
              #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "nslookup databse" waits without end for Service "databse", which the project does not have; did you mean "database"?
          containers:
            - name: web
              image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: database }
        spec:
          selector: { app: database }
          ports: [{ port: 5432 }]
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          initContainers:
            - name: wait
              image: busybox:1.37
              command: [sh, -c, "until nslookup database; do sleep 2; done"]
          containers:
            - name: web
              image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: database }
        spec:
          selector: { app: database }
          ports: [{ port: 5432 }]
      `}]}},"invalid-name":{get why(){return`Names become parts of DNS names and of paths, so the API server accepts lower-case letters, digits and hyphens only, and refuses the object otherwise. A
    letter of another alphabet may look the same and is not.`},get references(){return["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: web_settings }
        #                 ^^^^^^^^^^^^ "web_settings" is not a valid DNS-1123 subdomain for metadata.name: a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character; offending character U+005F "_" at 3
      `,good:e`
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: web-settings }
      `}]}},"invalid-type":{get why(){return`The API server decodes a manifest into typed objects and refuses the whole of it where a value does not fit. In YAML the type follows from how a value
    is written: yes and on are booleans, 1.0 is a number, and only quotes make them text.`},get references(){return["https://kubernetes.io/docs/reference/using-api/api-concepts/"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              env:
                - name: DEBUG
                  value: true
                  #      ^^^^ "value" is a boolean (true), expected a string
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              env:
                - name: DEBUG
                  value: "true"
      `}]}},"invalid-value":{get why(){return`Enumerations are written exactly, quantities and durations in their own grammar, numbers within their range. The API server refuses the object over
    one value.`},get references(){return["https://kubernetes.io/docs/reference/kubernetes-api/"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              imagePullPolicy: always
              #                ^^^^^^ unsupported value "always"; supported values: "Always", "IfNotPresent", "Never"; did you mean "Always"?
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              imagePullPolicy: Always
      `}]}},"liveness-checks-dependency":{get why(){return`A restart repairs the container, not what it depends on. When the database is away, a liveness probe that asks for it fails in every
    replica at once, and all of them are restarted, again and again, until the database is back, with cold caches and lost connections.`},get references(){return["https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/","https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#when-should-you-use-a-liveness-probe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                exec: { command: [pg_isready, -h, db] }
                #       ^^^^^^^ liveness asks "db" through pg_isready, not its own container
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
      `}]}},"liveness-equals-readiness":{get why(){return`When the check fails, readiness takes the pod out of rotation so that it can recover, and liveness kills it. With one check for both, the
    pod is killed instead of drained: an application that is overloaded, or waits for a dependency, is restarted together with all its
    replicas. One endpoint can serve both if liveness waits much longer than readiness.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#when-should-you-use-a-readiness-probe","https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/","pkg/kubelet/prober: worker.doProbe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: http, containerPort: 8080 }]
              livenessProbe:
                httpGet: { path: /health, port: 8080 }
               #^^^^^^^ liveness and readiness both ask for GET /health on port 8080: from the first failed attempt, readiness decides after 20 s ((3 - 1) x 10) and liveness kills after 20 s ((3 - 1) x 10)
              readinessProbe:
                httpGet: { path: /health, port: http }
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: http, containerPort: 8080 }]
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
              readinessProbe:
                httpGet: { path: /readyz, port: http }
      `}]}},"liveness-failure-threshold-one":{get why(){return`With failureThreshold 1 there is no second look: one answer that is late, one dropped packet, one pause for garbage collection, and the
    kubelet kills the container. Under load all replicas are slow at the same time, and are restarted at the same time.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes","pkg/kubelet/prober: worker.doProbe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                timeoutSeconds: 2
                failureThreshold: 1
                #                 ^ one answer to the liveness probe that fails or takes more than 2 s restarts container "web" (failureThreshold 1)
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                timeoutSeconds: 2
                failureThreshold: 3
      `}]}},"liveness-kills-slow-start":{get why(){return`Without a startup probe, liveness begins initialDelaySeconds after the container's start and counts every failed attempt. If the manifest
    itself says that a start takes longer than that, the container is killed in the middle of it, again and again: CrashLoopBackOff.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes","pkg/kubelet/prober: worker.doProbe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
             #^^^^^^^^^^^^^ liveness kills a container that does not answer 14 (5 - 1 + (3 - 1) x 5) to 22 s after its start, but this one is not expected to be up before 60 s (initialDelaySeconds of the readiness probe)
                httpGet: { path: /health, port: 8080 }
                initialDelaySeconds: 5
                periodSeconds: 5
              readinessProbe:
                httpGet: { path: /health, port: 8080 }
                initialDelaySeconds: 60
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /health, port: 8080 }
                initialDelaySeconds: 5
                periodSeconds: 5
              readinessProbe:
                httpGet: { path: /health, port: 8080 }
                initialDelaySeconds: 60
              startupProbe:
                httpGet: { path: /health, port: 8080 }
                periodSeconds: 10
                failureThreshold: 13
      `}]}},"liveness-probe-missing":{get why(){return`The kubelet restarts a container whose process ends, but it cannot see one that hangs. Only a liveness probe can: without it a
    deadlock lasts until somebody deletes the pod. A process that ends by itself on every fatal error does not need one.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#when-should-you-use-a-liveness-probe","pkg/kubelet/kuberuntime: computePodActions"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web, labels: { app: web } }
        spec:
          containers:
            - name: web
            #       ^^^ container "web", which serves Service "web", has no livenessProbe
              image: example.com/web:1.4.0
              ports: [{ containerPort: 8080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 8080 }]
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web, labels: { app: web } }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ containerPort: 8080 }]
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                failureThreshold: 3
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 8080 }]
      `}]}},"liveness-races-readiness":{get why(){return`Readiness is the mild answer and liveness the last one. If liveness can decide first, a pod in trouble is killed while requests are still
    sent to it, and it never gets the time without traffic in which it might have recovered.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes","pkg/kubelet/prober: worker.doProbe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web, labels: { app: web } }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
             #^^^^^^^^^^^^^ liveness may kill 0 s after a fault ((1 - 1) x 10), while readiness may take 11 s (5 + (2 - 1) x 5 + 1) to end the traffic
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 10
                failureThreshold: 1
              readinessProbe:
                httpGet: { path: /readyz, port: 8080 }
                periodSeconds: 5
                failureThreshold: 2
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 8080 }]
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web, labels: { app: web } }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 10
                failureThreshold: 3
              readinessProbe:
                httpGet: { path: /readyz, port: 8080 }
                periodSeconds: 5
                failureThreshold: 2
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 8080 }]
      `}]}},"liveness-slow-kill":{get why(){return`When liveness fails, the kubelet stops the container as it does when the pod is deleted: SIGTERM, then the grace period, then SIGKILL. A
    process that hangs does not react to SIGTERM, so a grace period made for draining is added to every deadlock.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#probe-level-terminationgraceperiodseconds","pkg/kubelet/kuberuntime: killContainer"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          terminationGracePeriodSeconds: 3600
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
             #^^^^^^^^^^^^^ a container "web" that hangs is back after up to 3632 s (32 to notice + 3600 of grace)
                httpGet: { path: /livez, port: 8080 }
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          terminationGracePeriodSeconds: 3600
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                terminationGracePeriodSeconds: 30
      `}]}},"liveness-too-aggressive":{get why(){return`A restart is slower than most hiccups: a pause for garbage collection, a throttled CPU, a failover of the database. A liveness probe that
    decides within seconds turns each of them into an outage of the container, and a loaded application into one that is restarted for ever.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes","pkg/kubelet/prober: worker.doProbe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 1
                #              ^ liveness kills container "web" 2 s after its first unanswered attempt ((2 - 1) x 1 + 1), less than 10 s
                failureThreshold: 2
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 10
                failureThreshold: 3
      `}]}},"liveness-too-slow":{get why(){return`From the moment a process hangs, liveness needs up to one period to look, and then as many failures as its threshold asks for. Within
    minutes somebody has usually restarted the pod by hand; a probe that is slower than that protects nobody.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes","pkg/kubelet/prober: worker.doProbe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 300
                #              ^^^ a deadlock of container "web" lasts up to 902 s (300 + (3 - 1) x 300 + 1 + 1) until liveness kills it
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 10
      `}]}},"liveness-with-restart-never":{get why(){return`A failed liveness or startup probe kills the container, and what follows is the restart policy's business. With Never nothing follows:
    the pod ends as Failed and stays so. The probe does not repair a hang, it makes it final.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy","pkg/kubelet/kuberuntime: computePodActions"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          restartPolicy: Never
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
             #^^^^^^^^^^^^^ a failed liveness probe ends container "web" for good, and its pod as Failed (restartPolicy Never)
                httpGet: { path: /livez, port: 8080 }
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          restartPolicy: Always
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
      `}]}},"local-traffic-policy-drain":{get why(){return`With externalTrafficPolicy Local a node takes traffic only while a pod of its own is ready, and the load balancer learns of a change
    by its health checks: several periods of them, often 10 s or more. Without a preStop hook the pod is gone long before, and what
    arrives in between is dropped, since no other node may take it.`},get references(){return["https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/#preserving-the-client-source-ip","pkg/proxy/healthcheck: server"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Service
        metadata: { name: edge }
        spec:
          type: LoadBalancer
          externalTrafficPolicy: Local
          #                      ^^^^^ externalTrafficPolicy Local: after a pod of Deployment "edge" is deleted the load balancer still sends to its node until health checks fail, and container "edge" has no preStop hook
          selector: { app: edge }
          ports: [{ port: 80, targetPort: 8080 }]
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: edge }
        spec:
          replicas: 3
          selector: { matchLabels: { app: edge } }
          template:
            metadata: { labels: { app: edge } }
            spec:
              containers:
                - name: edge
                  image: example.com/edge:1.4.0
      `,good:e`
        apiVersion: v1
        kind: Service
        metadata: { name: edge }
        spec:
          type: LoadBalancer
          externalTrafficPolicy: Local
          selector: { app: edge }
          ports: [{ port: 80, targetPort: 8080 }]
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: edge }
        spec:
          replicas: 3
          selector: { matchLabels: { app: edge } }
          template:
            metadata: { labels: { app: edge } }
            spec:
              containers:
                - name: edge
                  image: example.com/edge:1.4.0
                  lifecycle: { preStop: { sleep: { seconds: 15 } } }
      `}]}},"min-ready-seconds-zero":{get why(){return`With minReadySeconds 0 a pod is available with its first success, and the next old pod goes. A release that answers at first and
    fails soon after, on its first requests, a full connection pool or a growing heap, has replaced everything before it shows.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#min-ready-seconds","pkg/api/v1/pod: IsPodAvailable"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
        #^^^ minReadySeconds 0, the default, lets a rollout go on with the first readiness probe that passes
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  readinessProbe:
                    httpGet: { path: /ready, port: 8080 }
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  readinessProbe:
                    httpGet: { path: /ready, port: 8080 }
          minReadySeconds: 10
      `}]}},"misplaced-field":{get why(){return`The field exists, one level higher or lower. Where it stands it is refused, or dropped without a word by clients that do not check, and the default
    holds instead.`},get references(){return["https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              terminationGracePeriodSeconds: 60
             #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "terminationGracePeriodSeconds" is not a field of a container; it belongs to spec.terminationGracePeriodSeconds
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
          terminationGracePeriodSeconds: 60
      `}]}},"missing-field":{get why(){return"The API server fills many fields in when they are omitted, and requires the others: without them it refuses the object."},get references(){return["https://kubernetes.io/docs/reference/kubernetes-api/"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: http }]
              #               ^^^^ required value: a port needs its containerPort, a number between 1 and 65535
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: http, containerPort: 8080 }]
      `}]}},"multi-container-unprobed":{get why(){return`A pod is Ready when all its containers are, and one without a readiness probe is ready as soon as it runs. The pod then says Ready on
    behalf of a container that nobody has asked.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-conditions","pkg/kubelet/status: GenerateContainersReadyCondition"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: shop }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
            - name: admin
            #       ^^^^^ container "admin" listens but has no readinessProbe, while container "web" has one: the pod is Ready without asking it
              image: example.com/admin:1.4.0
              ports: [{ containerPort: 9000 }]
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: shop }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
            - name: admin
              image: example.com/admin:1.4.0
              ports: [{ containerPort: 9000 }]
              readinessProbe:
                httpGet: { path: /ready, port: 9000 }
      `}]}},"networkpolicy-blocks-service":{get why(){return`As soon as one policy of type Ingress selects a pod, only what some policy admits gets in. When none of them admits the port behind the Service, from
    anybody, every connection through the Service times out. Probes come from the node, which most network plugins always admit.`},get references(){return["https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: db }
        spec:
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: postgres:17.2
                  ports: [{ containerPort: 5432 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: db }
        spec:
          selector: { app: db }
          ports: [{ port: 5432 }]
          #               ^^^^ Service "db" sends port 5432 to 5432/TCP of Deployment "db", which no NetworkPolicy admits
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: db }
        spec:
          podSelector: { matchLabels: { app: db } }
          policyTypes: [Ingress]
          ingress:
            - from:
                - podSelector: { matchLabels: { app: web } }
              ports: [{ port: 3306 }]
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: db }
        spec:
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: postgres:17.2
                  ports: [{ containerPort: 5432 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: db }
        spec:
          selector: { app: db }
          ports: [{ port: 5432 }]
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: db }
        spec:
          podSelector: { matchLabels: { app: db } }
          policyTypes: [Ingress]
          ingress:
            - from:
                - podSelector: { matchLabels: { app: web } }
              ports: [{ port: 5432 }]
      `}]}},"networkpolicy-selects-nothing":{get why(){return`A policy isolates the pods that its podSelector selects, and admits those its peers select. A selector that selects nobody changes nothing: pods that
    were to be protected stay open, and peers that were to be admitted stay shut out. No component reports it.`},get references(){return["https://kubernetes.io/docs/concepts/services-networking/network-policies/"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: db }
        spec:
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:1.4.0
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: db }
        spec:
          podSelector: { matchLabels: { app: bd } }
          #                                  ^^ NetworkPolicy "db" selects no pod; nearest is Deployment "db": its label "app" is "db", not "bd"
          policyTypes: [Ingress]
          ingress:
            - from:
                - podSelector: { matchLabels: { app: web } }
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: db }
        spec:
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:1.4.0
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: db }
        spec:
          podSelector: { matchLabels: { app: db } }
          policyTypes: [Ingress]
          ingress:
            - from:
                - podSelector: { matchLabels: { app: web } }
      `}]}},"no-spread":{get why(){return`Replicas protect from the loss of a node only when they are on several. Without topologySpreadConstraints or podAntiAffinity the
    scheduler merely prefers to spread them, and gives that up for other preferences; after a drain or a scale-up two of two pods
    on one node are no rarity.`},get references(){return["https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/","pkg/scheduler/framework/plugins/podtopologyspread: systemDefaultConstraints"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web, labels: { tier: critical } }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
           #^^^^ nothing keeps the 3 pods of Deployment "web" apart: the loss of one node may take them all; critical because: label tier: critical; 3 replicas
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web, labels: { tier: critical } }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
              topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: ScheduleAnyway
                  labelSelector:
                    matchLabels: { "app": "web" }
      `}]}},"nodeport-conflict":{get why(){return`A node port belongs to one Service of the whole cluster, by number and protocol. The second Service that asks for it is refused ("provided port is
    already allocated"). So is a number outside the range that the API server was started with, 30000 to 32767 by default.`},get references(){return["https://kubernetes.io/docs/concepts/services-networking/service/#nodeport-custom-port","pkg/registry/core/service/portallocator: PortAllocator.Allocate"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: NodePort
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080, nodePort: 30080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: admin }
        spec:
          type: NodePort
          selector: { app: admin }
          ports: [{ port: 80, targetPort: 9090, nodePort: 30080 }]
          #                                               ^^^^^ node port 30080/TCP of Service "admin" is the one of Service "web", too
      `,good:e`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: NodePort
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080, nodePort: 30080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: admin }
        spec:
          type: NodePort
          selector: { app: admin }
          ports: [{ port: 80, targetPort: 9090, nodePort: 30081 }]
      `}]}},"pdb-blocks-all-evictions":{get why(){return`An eviction is granted while more pods are healthy than the budget wants. When it wants as many as there are, none is ever granted: kubectl drain
    and every node upgrade wait for it without end, until somebody deletes the pod or the budget by hand.`},get references(){return["https://kubernetes.io/docs/tasks/run-application/configure-pdb/#rounding-logic-when-specifying-percentages","pkg/controller/disruption: DisruptionController.trySync"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 2
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: web }
        spec:
          minAvailable: 2
          #             ^ PodDisruptionBudget "web" never lets a pod of Deployment "web" go: minAvailable is 2, and there are 2 pods
          selector: { matchLabels: { app: web } }
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 2
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: web }
        spec:
          minAvailable: 1
          selector: { matchLabels: { app: web } }
      `}]}},"pdb-cannot-compute":{get why(){return`For a percentage or maxUnavailable the disruption controller asks the pods' controllers how many pods there should be. A DaemonSet or a Job has no
    scale to tell, so the budget's status becomes SyncFailed and it allows no eviction at all; one such pod spoils it for the others.`},get references(){return["https://kubernetes.io/docs/tasks/run-application/configure-pdb/#arbitrary-controllers-and-selectors","pkg/controller/disruption: DisruptionController.getExpectedScale"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: { name: agent }
        spec:
          selector: { matchLabels: { app: agent } }
          template:
            metadata: { labels: { app: agent } }
            spec:
              containers:
                - name: agent
                  image: example.com/agent:1.4.0
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: agent }
        spec:
          maxUnavailable: 1
          #               ^ PodDisruptionBudget "agent" cannot be computed, so it allows no eviction: maxUnavailable needs the scale of all its pods, and DaemonSet "agent" has no scale
          selector: { matchLabels: { app: agent } }
      `,good:e`
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: { name: agent }
        spec:
          selector: { matchLabels: { app: agent } }
          template:
            metadata: { labels: { app: agent } }
            spec:
              containers:
                - name: agent
                  image: example.com/agent:1.4.0
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: agent }
        spec:
          minAvailable: 1
          selector: { matchLabels: { app: agent } }
      `}]}},"pdb-missing":{get why(){return`A drain evicts pods as fast as it can. Without a budget nothing keeps it from taking all pods of a workload at once, when they share a node or when
    several nodes are drained together; new ones have first to be scheduled, pulled and started.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/disruptions/"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          #         ^ no PodDisruptionBudget selects the 3 pods of Deployment "web": a drain may evict all of them at once; critical because: LoadBalancer Service web; 3 replicas; Service web
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: LoadBalancer
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: LoadBalancer
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: web }
        spec:
          maxUnavailable: 1
          selector: { matchLabels: { app: web } }
      `}]}},"pdb-overlap":{get why(){return`The eviction API handles one budget per pod. For a pod that two of them select it answers every request with an error ("This pod has more than one
    PodDisruptionBudget"), so the node of that pod cannot be drained.`},get references(){return["https://kubernetes.io/docs/tasks/run-application/configure-pdb/#arbitrary-controllers-and-selectors","pkg/registry/core/pod/storage: EvictionREST.Create"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web, tier: front } }
          template:
            metadata: { labels: { app: web, tier: front } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: front }
        spec:
          maxUnavailable: 1
          selector: { matchLabels: { tier: front } }
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: web }
        #                 ^^^ PodDisruptionBudget "web" selects the pods of Deployment "web", and so does PodDisruptionBudget "front": no eviction of them succeeds
        spec:
          maxUnavailable: 1
          selector: { matchLabels: { app: web } }
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web, tier: front } }
          template:
            metadata: { labels: { app: web, tier: front } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: web }
        spec:
          maxUnavailable: 1
          selector: { matchLabels: { app: web } }
      `}]}},"pdb-selects-nothing":{get why(){return`A budget protects the pods that its selector selects in its own namespace. When it selects none, a drain may take all pods of the workload it was
    meant for at once, and nothing tells. Without any selector it selects nothing; an empty one selects every pod (in policy/v1beta1, none).`},get references(){return["https://kubernetes.io/docs/tasks/run-application/configure-pdb/#specifying-a-poddisruptionbudget","pkg/controller/disruption: DisruptionController.getPodsForPdb"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: web }
        spec:
          maxUnavailable: 1
          selector: { matchLabels: { app: wbe } }
          #                               ^^^ PodDisruptionBudget "web" selects no pod; nearest is Deployment "web": its label "app" is "web", not "wbe"
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: web }
        spec:
          maxUnavailable: 1
          selector: { matchLabels: { app: web } }
      `}]}},"pdb-unhealthy-policy":{get why(){return`By default (IfHealthyBudget) a pod that runs and is not ready may be evicted only while the budget is met. When pods crash or hang, the budget is not
    met, so the drain of their node waits until somebody repairs them. AlwaysAllow lets pods go that serve nobody anyway.`},get references(){return["https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy","pkg/registry/core/pod/storage: EvictionREST.Create"]},get examples(){return[{bad:e`
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: web }
        spec:
        #^^^ PodDisruptionBudget "web" has no unhealthyPodEvictionPolicy: pods that crash or hang hold up the drain of their node
          maxUnavailable: 1
          selector: { matchLabels: { app: web } }
      `,good:e`
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: web }
        spec:
          maxUnavailable: 1
          selector: { matchLabels: { app: web } }
          unhealthyPodEvictionPolicy: AlwaysAllow
      `}]}},"pdb-useless":{get why(){return`A budget that wants no pod to stay, or allows as many to be away as there are, refuses no eviction: it protects as much as none, and looks as if it
    did more.`},get references(){return["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: web }
        spec:
          minAvailable: 0
          #             ^ minAvailable 0 lets all 3 pods be evicted at once
          selector: { matchLabels: { app: web } }
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: web }
        spec:
          minAvailable: 2
          selector: { matchLabels: { app: web } }
      `}]}},"pinned-to-node":{get why(){return`With nodeName the scheduler is not asked at all: neither free resources nor taints count, and a pod that does not fit fails on the
    node. With a nodeSelector on the host name it is asked, but has no choice. Either way all replicas go with that node, and none can
    move when it is drained or lost.`},get references(){return["https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#nodename","pkg/kubelet/lifecycle: predicateAdmitHandler.Admit"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 2
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              nodeName: node-3
              #         ^^^^^^ nodeName ties 2 pods of Deployment "web" to node "node-3": when it is lost or drained, nothing runs elsewhere instead
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 2
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              nodeSelector: { example.com/disk: ssd }
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `}]}},"policy-invalid":{get why(){return`An expression that does not compile is refused by the API server when the policy is created, and names in it that no object has are never
    there. A policy that nothing binds, or whose parameters are missing, holds nobody to anything. The place is inside the expression, also in a block of
    several lines; the other policies go on.`},get references(){return["https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/","https://kubernetes.io/docs/reference/using-api/cel/","pkg/apis/admissionregistration/validation: validateValidationExpression"]},get examples(){return[{bad:e`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata: { name: two-replicas }
        spec:
          matchConstraints:
            resourceRules:
              - apiGroups: [apps]
                apiVersions: [v1]
                operations: [CREATE, UPDATE]
                resources: [deployments]
          validations:
            - message: at least two replicas
              expression: obj.spec.replicas >= 2
              #           ^^^^^^^^^^^^^^^^^^^^^^ undeclared reference to 'obj'
      `,good:e`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata: { name: two-replicas }
        spec:
          matchConstraints:
            resourceRules:
              - apiGroups: [apps]
                apiVersions: [v1]
                operations: [CREATE, UPDATE]
                resources: [deployments]
          validations:
            - message: at least two replicas
              expression: object.spec.replicas >= 2
      `}]}},"poststart-blocks":{get why(){return`Until the hook returns the kubelet does not count the container as running: no probe looks at it, the pod is not Ready, and the next
    container of the pod is not started. A hook that waits for something outside waits for as long as that takes, and when it fails the
    container is killed and starts again.`},get references(){return["https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/","pkg/kubelet/kuberuntime: startContainer"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              lifecycle:
                postStart:
                  exec: { command: [sleep, "60"] }
                  #                        ^^^^ postStart waits 60 s ("sleep 60"): until then container "web" is not running, and no probe looks at it
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              startupProbe:
                httpGet: { path: /up, port: 8080 }
      `}]}},"prestop-exceeds-grace":{get why(){return`The hook runs inside the grace period, which starts with the deletion. When it is over the hook is cut off, SIGTERM is sent,
    and SIGKILL follows 2 s later: the application has no time left to finish its requests. The API server refuses a sleep action that
    is longer than the grace period; of a command it knows nothing.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination","pkg/kubelet/kuberuntime: killContainer","pkg/apis/core/validation: validateSleepAction"]},get examples(){return[{title:"A command",bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              lifecycle:
                preStop:
                  exec: { command: [sh, -c, "sleep 45; nginx -s quit"] }
                  #                         ^^^^^^^^^^^^^^^^^^^^^^^^^ preStop waits 45 s ("sleep 45") of a grace period of 40 s: SIGTERM comes after 40 s and SIGKILL 2 s later
          terminationGracePeriodSeconds: 40
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              lifecycle:
                preStop:
                  exec: { command: [sh, -c, "sleep 45; nginx -s quit"] }
          terminationGracePeriodSeconds: 75
      `},{title:"A sleep action",bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              lifecycle:
                preStop:
                  sleep: { seconds: 60 }
                  #                 ^^ preStop sleeps 60 s but the pod has 30 s, the default, to end: must be non-negative and less than terminationGracePeriodSeconds (30)
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          terminationGracePeriodSeconds: 90
          containers:
            - name: web
              image: example.com/web:1.4.0
              lifecycle:
                preStop:
                  sleep: { seconds: 60 }
      `}]}},"prestop-hook-target-missing":{get why(){return`The kubelet looks the name up among the ports of the container when the hook runs; nothing checks it before. A preStop hook that
    fails is skipped, so nothing is drained. A postStart hook that fails kills the container, and the restart fails in the same way.`},get references(){return["https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/","pkg/kubelet/lifecycle: handlerRunner.runHTTPHandler, resolvePort"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: admin, containerPort: 9000 }]
              lifecycle:
                preStop:
                  httpGet: { path: /drain, port: admn }
                  #                              ^^^^ preStop calls port "admn", which container "web" does not declare; did you mean "admin"?
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: admin, containerPort: 9000 }]
              lifecycle:
                preStop:
                  httpGet: { path: /drain, port: admin }
      `}]}},"prestop-leaves-little-drain":{get why(){return`The grace period covers the hook and the shutdown together. What the hook waits is gone when SIGTERM comes, and SIGKILL comes at
    the end of the period: an application that needs longer to finish its requests, or to write its state, is cut off.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination","pkg/kubelet/kuberuntime: killContainer"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              lifecycle:
                preStop:
                  sleep: { seconds: 25 }
                  #                 ^^ preStop waits 25 s of a grace period of 30 s, the default: 30 - 25 = 5 s are left between SIGTERM and SIGKILL
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              lifecycle:
                preStop:
                  sleep: { seconds: 25 }
          terminationGracePeriodSeconds: 55
      `}]}},"prestop-missing":{get why(){return`Deleting a pod starts two things at once: the kubelet sends SIGTERM, and the endpoints controller takes the pod out of its Services.
    Every proxy, ingress controller and load balancer learns of that later, by seconds, and sends requests to a process that is already
    closing. A preStop hook that only waits puts the two in order.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination","https://github.com/kubernetes/kubernetes/issues/86280","pkg/kubelet/kuberuntime: killContainer"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                #       ^^^ container "web" has no preStop hook: it gets SIGTERM at the moment its pod is deleted, while Service "web" may send it requests for some seconds more
                  image: example.com/web:1.4.0
                  ports: [{ name: http, containerPort: 8080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: http }]
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  ports: [{ name: http, containerPort: 8080 }]
                  lifecycle: { preStop: { sleep: { seconds: 5 } } }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: http }]
      `}]}},"prestop-prefers-native-sleep":{get why(){return`An exec hook needs sleep, and often a shell, in the image: on a distroless one it fails at once (FailedPreStopHook), the wait does not
    happen, and nobody notices until requests fail. The sleep action is done by the kubelet and works with every image.`},get references(){return["https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-implementations","pkg/kubelet/lifecycle: handlerRunner.runSleepHandler"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              lifecycle:
                preStop:
                  exec: { command: [sleep, "5"] }
                 #^^^^ preStop runs "sleep 5": sleep: { seconds: 5 } waits without a program in the image
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              lifecycle:
                preStop:
                  sleep: { seconds: 5 }
      `}]}},"prestop-sleep-unsupported":{get why(){return`preStop.sleep came with Kubernetes 1.29, where its feature gate is off, and is on since 1.30; 0 seconds are accepted since 1.33. An older
    API server drops the action without a word: the hook is then empty, or is refused for being so, and nothing waits.`},get references(){return["https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-implementations","pkg/apis/core/validation: validateSleepAction"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              lifecycle:
                preStop:
                  sleep: { seconds: 5 }
                 #^^^^^ preStop.sleep is dropped without a word by Kubernetes 1.29, where its feature gate is off; it is on since 1.30
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              lifecycle:
                preStop:
                  exec: { command: [sleep, "5"] }
      `,minor:29}]}},"prestop-too-short":{get why(){return`The hook is there so that SIGTERM comes after the last proxy has dropped the pod. kube-proxy and ingress controllers take seconds,
    a cloud load balancer several of its health checks. What the wait is short of, requests meet a closing process.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination","https://github.com/kubernetes/kubernetes/issues/86280"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  lifecycle:
                    preStop:
                      exec: { command: [sleep, "1"] }
                      #                        ^^^ preStop waits 1 s, but Service "web" may send requests for about 5 s: 4 s too short
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  lifecycle:
                    preStop:
                      exec: { command: [sleep, "5"] }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `}]}},"probe-always-succeeds":{get why(){return`The exit status of a script is that of its last command. When that always succeeds, so does the probe: the container counts as ready or
    alive whatever its state, and the process that is started for each attempt is for nothing.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-liveness-command","pkg/probe/exec: execProber.Probe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                exec: { command: [sh, -c, "curl -f localhost:8080/ready || true"] }
                #       ^^^^^^^ the command of the readiness probe cannot fail: it ends in "|| true"
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                exec: { command: [sh, -c, "curl -f localhost:8080/ready"] }
      `}]}},"probe-default-noise":{get why(){return`The API server fills in the same numbers. Lines that change nothing hide the ones that do, and a reader has to know the defaults to tell
    them apart. A matter of taste: some want each number in sight.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes","pkg/apis/core/v1: SetDefaults_Probe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 10
                #              ^^ periodSeconds 10 of the liveness probe is the default
                successThreshold: 1
                #                 ^ successThreshold 1 of the liveness probe is the default
                failureThreshold: 6
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                failureThreshold: 6
      `}]}},"probe-host-set":{get why(){return`HTTP and TCP probes are made by the kubelet, from the node. Without a host they go to the pod's address. localhost is then the node itself,
    a Service name is unknown to the node's DNS, and any other host answers for itself and not for this container.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes","pkg/kubelet/prober: prober.runProbe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet:
                  host: localhost
                  #     ^^^^^^^^^ the readiness probe asks host "localhost", which is the node from which the kubelet connects, not the pod
                  path: /ready
                  port: 8080
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet:
                  path: /ready
                  port: 8080
      `}]}},"probe-misspelled":{get why(){return`The API server refuses the field, or a client that does not check drops it without a word. Then the container has no such probe at all, though the
    manifest looks as if it had one.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readnessProbe:
             #^^^^^^^^^^^^^ unknown field "readnessProbe" in a container; did you mean "readinessProbe"?
                httpGet: { path: /ready, port: 8080 }
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
      `}]}},"probe-named-port-unresolved":{get why(){return`The kubelet looks a named probe port up among the ports of the same container. When the name is not there the attempt
    errors, and an attempt that errors counts neither as success nor as failure: readiness keeps its initial Failure, liveness its
    initial Success, and a startup probe holds everything back for ever.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/","pkg/probe: ResolveContainerPort","pkg/kubelet/prober: worker.doProbe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports:
                - name: http
                  containerPort: 8080
              readinessProbe:
                httpGet: { path: /ready, port: htpp }
                #                              ^^^^ container "web" declares no port named "htpp"; did you mean "http"?
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports:
                - name: http
                  containerPort: 8080
              readinessProbe:
                httpGet: { path: /ready, port: http }
      `}]}},"probe-on-batch":{get why(){return`Nobody reads the readiness of a pod that no Service selects. A liveness probe on a Job can do harm: a long computation that leaves no time
    to answer is killed and begins anew, or counts as one of the Job's failures.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/job/","https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes","pkg/kubelet/prober: worker.doProbe"]},get examples(){return[{bad:e`
        apiVersion: batch/v1
        kind: Job
        metadata: { name: report }
        spec:
          template:
            spec:
              restartPolicy: OnFailure
              containers:
                - name: report
                  image: example.com/report:1.4.0
                  readinessProbe:
                 #^^^^^^^^^^^^^^ nobody reads the readiness of container "report": no Service selects the pods of Job "report"
                    exec: { command: [cat, /tmp/ready] }
      `,good:e`
        apiVersion: batch/v1
        kind: Job
        metadata: { name: report }
        spec:
          template:
            spec:
              restartPolicy: OnFailure
              containers:
                - name: report
                  image: example.com/report:1.4.0
      `}]}},"probe-on-ephemeral-container":{get why(){return`An ephemeral container is added to a running pod for debugging. It is never restarted and serves nobody, so the API server refuses probes
    and lifecycle hooks on it.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/","pkg/apis/core/validation: validateEphemeralContainers"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
          ephemeralContainers:
            - name: debugger
              image: example.com/debugger:1.0.0
              livenessProbe:
             #^^^^^^^^^^^^^ livenessProbe cannot be set for an Ephemeral Container
                exec: { command: [cat, /tmp/healthy] }
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                exec: { command: [cat, /tmp/healthy] }
      `}]}},"probe-on-init-container":{get why(){return`An init container runs to its end before the others start: there is nothing to restart and nothing to send traffic to. The API server
    refuses probes and hooks on it. With restartPolicy Always it is a sidecar, runs on beside the others, and may have all of them.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/init-containers/","pkg/apis/core/validation: validateInitContainers"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          initContainers:
            - name: proxy
              image: example.com/proxy:2.1.0
              readinessProbe:
             #^^^^^^^^^^^^^^ readinessProbe may not be set for init containers without restartPolicy=Always: this init container runs to its end before the others start
                tcpSocket: { port: 5432 }
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          initContainers:
            - name: proxy
              image: example.com/proxy:2.1.0
              readinessProbe:
                tcpSocket: { port: 5432 }
              restartPolicy: Always
          containers:
            - name: web
              image: example.com/web:1.4.0
      `}]}},"probe-path-suspicious":{get why(){return`The kubelet takes scheme and host from fields of their own and overwrites what the path says of them, and it puts a slash before a path that
    has none. The probe works, but not as it reads. Credentials in a path are seen by all who may read the object.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes","pkg/probe/http: formatURL"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: "http://web.example.com/livez", port: 8080 }
                #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the path of the liveness probe is a whole URL, "http://web.example.com/livez": its scheme and host are thrown away
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
      `}]}},"probe-path-swapped":{get why(){return`An endpoint for readiness fails while dependencies are away or the application warms up. Asked by a liveness probe, each of these moments
    ends in a restart. An endpoint for liveness only says that the process is alive: asked for readiness, it lets traffic in too early.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#types-of-probe","https://kubernetes.io/docs/reference/using-api/health-checks/"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /readyz, port: 8080 }
                #                ^^^^^^^ liveness asks "/readyz", which reads as the readiness endpoint
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
      `}]}},"probe-port-numeric-string":{get why(){return`A port in quotes is a port name, and a name must contain a letter. The API server refuses "8080" with a message about port names, which
    does not say that the quotes are the mistake.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#use-a-named-port","pkg/apis/core/validation: ValidatePortNumOrName"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: "8080" }
                #                              ^^^^^^ "8080" in quotes is a port name, and a port name must contain at least one letter (a-z); write 8080
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
      `}]}},"probe-port-undeclared":{get why(){return`The kubelet connects to a numbered port whether or not the container declares it. A container that declares its ports and is probed
    on another one either keeps a port off its list, or is probed where nothing listens: then it is never Ready, or restarted for ever.`},get references(){return["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports","pkg/probe: ResolveContainerPort"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ containerPort: 80 }]
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                #                              ^^^^ container "web" declares port 80, not port 8080 of its readiness probe
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ containerPort: 80 }]
              readinessProbe:
                httpGet: { path: /ready, port: 80 }
      `}]}},"probe-scheme-mismatch":{get why(){return`A server that expects TLS answers a plain request with an error or closes the connection, and the other way round the handshake fails. Both
    are failures to the kubelet, in every attempt: the pod is never Ready, or restarted for ever. scheme is HTTP unless it is written.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes","pkg/apis/core/v1: SetDefaults_HTTPGetAction"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: https, containerPort: 8443 }]
              readinessProbe:
                httpGet: { path: /ready, port: https }
                #                              ^^^^^ the readiness probe speaks HTTP (scheme is not set) to port 8443, which is named "https"
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: https, containerPort: 8443 }]
              readinessProbe:
                httpGet: { path: /ready, port: https, scheme: HTTPS }
      `}]}},"probe-starved-by-cpu-limit":{get why(){return`A CPU limit is enforced in slices of 100 ms: with 50m a process may run for 5 ms of each. An answer, or the start of a command, that needs
    60 ms of work then takes more than a second, and the attempt fails though nothing is wrong.`},get references(){return["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run","pkg/kubelet/cm: MilliCPUToQuota"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              resources: { limits: { cpu: 50m } }
              #                           ^^^ with a CPU limit of 50m container "web" may run 5 ms of every 100 ms, and its liveness probe waits 1 s (timeoutSeconds)
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              resources: { limits: { cpu: 50m } }
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                timeoutSeconds: 5
      `}]}},"probe-timeout-exceeds-period":{get why(){return`Attempts of one probe never overlap: the next one waits for the last. When the application hangs, the period is the timeout, and a
    failure takes as many timeouts to be noticed as the threshold asks for, not as many periods.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes","https://github.com/kubernetes/kubernetes/issues/86280","pkg/kubelet/prober: worker.run"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                periodSeconds: 10
                timeoutSeconds: 300
                #               ^^^ timeoutSeconds 300 exceeds periodSeconds 10 of the readiness probe: attempts never overlap, so 3 that hang take 900 s ((3 - 1) x 300 + 300), not 30 s
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                periodSeconds: 10
                timeoutSeconds: 10
      `}]}},"probe-value-invalid":{get why(){return`A probe has exactly one handler, numbers that are not negative, and a successThreshold of 1 unless it is a readiness probe, since liveness
    and startup end with their first success. terminationGracePeriodSeconds belongs to probes that kill. Anything else is refused.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes","pkg/apis/core/validation: validateProbe, validateLivenessProbe, validateReadinessProbe, validateStartupProbe, validateHandler"]},get examples(){return[{title:"Successes of a liveness probe",bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                successThreshold: 2
                #                 ^ successThreshold 2 of a livenessProbe: must be 1
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                successThreshold: 1
      `},{title:"Two handlers",bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                tcpSocket: { port: 8080 }
               #^^^^^^^^^ readinessProbe has httpGet and tcpSocket: may not specify more than 1 handler type
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
      `}]}},"probe-zero-defaulted":{get why(){return`The API server stores its default wherever periodSeconds, timeoutSeconds, successThreshold or failureThreshold is 0, before anything
    looks at it. A zero means neither "at once" nor "never", and the object in the cluster differs from the manifest.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes","pkg/apis/core/v1: SetDefaults_Probe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                periodSeconds: 0
                #              ^ periodSeconds 0 of the readiness probe is stored as 10, the default
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                periodSeconds: 10
      `}]}},"progress-deadline-too-short":{get why(){return`progressDeadlineSeconds is the longest pause between two steps of a rollout, and the first step is a new pod that becomes
    available. When its probes allow it more time than the deadline, a slow but healthy start sets Progressing=False:
    kubectl rollout status and the pipeline behind it fail, though the rollout goes on by itself.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#progress-deadline-seconds","pkg/controller/deployment/util: DeploymentTimedOut"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          progressDeadlineSeconds: 120
          #                        ^^^ progressDeadlineSeconds 120 may be over before a slow but healthy pod is available: up to 330 s (startup probe 300 + 30 for scheduling and pull)
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  startupProbe:
                    httpGet: { path: /up, port: 8080 }
                    periodSeconds: 10
                    failureThreshold: 30
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          progressDeadlineSeconds: 360
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  startupProbe:
                    httpGet: { path: /up, port: 8080 }
                    periodSeconds: 10
                    failureThreshold: 30
      `}]}},"publish-not-ready-traffic":{get why(){return`With publishNotReadyAddresses every pod is an endpoint from its first second to its last, ready or not: readiness probes no longer keep requests
    away from pods that start, fail or end. That is for peers which find each other by a headless Service, not for traffic.`},get references(){return["https://kubernetes.io/docs/concepts/services-networking/service/#headless-services","staging/src/k8s.io/endpointslice: podToEndpoint"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: LoadBalancer
          publishNotReadyAddresses: true
          #                         ^^^^ Service "web" takes traffic from outside (type LoadBalancer) and sends it to pods that are not ready, too
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,good:e`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: LoadBalancer
          publishNotReadyAddresses: false
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `}]}},"readiness-failure-threshold-one":{get why(){return`With failureThreshold 1 one slow answer removes a pod from the endpoints. The others take its load and answer more slowly in turn; where
    all of them depend on one thing, all of them leave at once, and nobody is left to serve.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes","pkg/kubelet/prober: worker.doProbe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web, labels: { app: web } }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                timeoutSeconds: 2
                failureThreshold: 1
                #                 ^ one answer to the readiness probe that fails or takes more than 2 s takes the pod out of Service "web" (failureThreshold 1)
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 8080 }]
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web, labels: { app: web } }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                timeoutSeconds: 2
                failureThreshold: 3
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 8080 }]
      `}]}},"readiness-gate-without-controller":{get why(){return`A readiness gate keeps the pod out of all endpoints until somebody writes the condition with status True into the pod's status. The kubelet
    does not do that: without the controller that does, the pod never becomes Ready.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-readiness-gate","pkg/kubelet/status: GeneratePodReadyCondition"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          readinessGates:
            - conditionType: example.com/registered
            #                ^^^^^^^^^^^^^^^^^^^^^^ the pods of Pod "web" wait for condition "example.com/registered", which no well-known controller sets
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          readinessGates:
            - conditionType: target-health.elbv2.k8s.aws/web
          containers:
            - name: web
              image: example.com/web:1.4.0
      `}]}},"readiness-initial-delay-large":{get why(){return`A readiness probe that fails costs nothing, so there is no need to wait with it. initialDelaySeconds keeps even the fastest start out of
    the endpoints: each wave of a rollout, each pod of a scale-out and each restart takes at least that long.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes","pkg/kubelet/prober: worker.doProbe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                initialDelaySeconds: 90
                #                    ^^ readiness is looked at 90 to 93 s after the start for the first time (initialDelaySeconds 90, periodSeconds 5), however fast the application is up
                periodSeconds: 5
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                periodSeconds: 5
      `}]}},"readiness-initial-delay-rounded":{get why(){return`Readiness is attempted right after the container's start and then once every period; attempts before initialDelaySeconds are skipped. The
    first one that counts is therefore the first multiple of the period after the delay, not the delay.`},get references(){return["https://github.com/kubernetes/kubernetes/issues/118815","https://github.com/kubernetes/kubernetes/pull/119089","pkg/kubelet/prober: manager.UpdatePodStatus"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                initialDelaySeconds: 5
                #                    ^ initialDelaySeconds 5 with periodSeconds 10 makes the first readiness attempt that counts come 10 to 13 s after the start, not after 5 s
                periodSeconds: 10
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                initialDelaySeconds: 5
                periodSeconds: 5
      `}]}},"readiness-probe-missing":{get why(){return`Without a readiness probe a container counts as ready as soon as its process runs. Its pod joins the endpoints before it can
    answer, a rollout takes the next old pod away at the same moment, and a pod that stops answering keeps its share of the requests.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#when-should-you-use-a-readiness-probe","pkg/kubelet/prober: manager.UpdatePodStatus"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                #       ^^^ container "web" has no readinessProbe, though Service "web" sends traffic to its port 8080
                  image: example.com/web:1.4.0
                  ports: [{ name: http, containerPort: 8080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: http }]
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  ports: [{ name: http, containerPort: 8080 }]
                  readinessProbe:
                    httpGet: { path: /ready, port: http }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: http }]
      `}]}},"readiness-probe-missing-unserved":{get why(){return`A rolling update waits until a new pod is Ready, then removes an old one. Without any readiness probe a pod is Ready as soon as its
    processes run, so a version that cannot do its work replaces the one that can, though no Service is involved.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#min-ready-seconds","pkg/controller/deployment: rolloutRolling"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker }
        #                 ^^^^^^ no container of Deployment "worker" has a readinessProbe, so a rollout takes each new pod for available as soon as it runs
        spec:
          selector: { matchLabels: { app: worker } }
          template:
            metadata: { labels: { app: worker } }
            spec:
              containers:
                - name: worker
                  image: example.com/worker:1.4.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker }
        spec:
          minReadySeconds: 10
          selector: { matchLabels: { app: worker } }
          template:
            metadata: { labels: { app: worker } }
            spec:
              containers:
                - name: worker
                  image: example.com/worker:1.4.0
      `}]}},"readiness-success-threshold-slow":{get why(){return`With successThreshold above 1 a pod has to answer well several times in a row, one period apart, before it returns to the endpoints. That
    delays every recovery, and every wave of a rollout with it, while the other pods carry the load.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes","pkg/kubelet/prober: worker.doProbe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                periodSeconds: 10
                successThreshold: 3
                #                 ^ successThreshold 3 adds 20 s ((3 - 1) x 10) to every recovery: a pod that answers again waits up to 30 s (10 + 20) for traffic
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                periodSeconds: 3
                successThreshold: 2
      `}]}},"readiness-too-slow":{get why(){return`Until readiness has failed often enough in a row, the pod stays in the endpoints and gets its share of the requests. Many failures, far
    apart, mean many failed requests for each pod that breaks.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes","pkg/kubelet/prober: worker.doProbe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web, labels: { app: web } }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                periodSeconds: 60
                #              ^^ a broken container "web" gets requests of Service "web" for up to 181 s (60 + (3 - 1) x 60 + 1)
                failureThreshold: 3
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 8080 }]
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web, labels: { app: web } }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                periodSeconds: 5
                failureThreshold: 3
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 8080 }]
      `}]}},"recreate-strategy":{get why(){return`With Recreate the controller scales the old ReplicaSet to 0 and waits until the last of its pods is gone, terminating ones
    included, before it makes new ones. From the first deletion until the first new pod is Ready nobody answers, at every rollout,
    and a release that cannot start never lets anything come back.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#recreate-deployment","pkg/controller/deployment: rolloutRecreate, oldPodsRunning"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          strategy:
            type: Recreate
            #     ^^^^^^^^ strategy Recreate takes all 3 pods away and waits for the end of the last before it starts new ones: no pod is ready for up to 41 s (30 s to end + 11 s until the probes pass), plus the pull of the image and the application's start; critical because: 3 replicas; Service web; readinessProbe
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  readinessProbe:
                    httpGet: { path: /ready, port: 8080 }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          strategy:
            type: RollingUpdate
            rollingUpdate: { maxSurge: 25%, maxUnavailable: 0 }
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  readinessProbe:
                    httpGet: { path: /ready, port: 8080 }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `}]}},"removed-api":{get why(){return`The API server of the cluster does not know the version of this kind: applying the manifest fails (no matches for kind). Objects made before go on to
    live under the new version.`},get references(){return["https://kubernetes.io/docs/reference/using-api/deprecation-guide/"]},get examples(){return[{bad:e`
        apiVersion: policy/v1beta1
        #           ^^^^^^^^^^^^^^ policy/v1beta1 PodDisruptionBudget is not served since Kubernetes 1.25; use policy/v1 PodDisruptionBudget
        kind: PodDisruptionBudget
        metadata: { name: web }
        spec:
          maxUnavailable: 1
          selector: { matchLabels: { app: web } }
      `,good:e`
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: web }
        spec:
          maxUnavailable: 1
          selector: { matchLabels: { app: web } }
      `}]}},"replicas-zero":{get why(){return`replicas: 0 is a switch to turn a workload off for a while. In a manifest it stays: applying it again ends pods that somebody scaled
    up in between, and a Service in front of it has no endpoints.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#scaling-a-deployment","https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#implicit-maintenance-mode-deactivation"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 0
          #         ^ Deployment "web" has no pods
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 1
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `}]}},"replicaset-direct":{get why(){return`It keeps the number of its pods, whatever version they are: a new template is used for pods made later, and those that run stay as
    they are. There is no rollout, no pause and no undo. A Deployment makes and scales ReplicaSets for that.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/#when-to-use-a-replicaset","pkg/controller/replicaset: manageReplicas"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: ReplicaSet
        #     ^^^^^^^^^^ ReplicaSet "web" replaces no pod when its template changes: it has no rollout
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `}]}},"restart-policy-invalid":{get why(){return`Pods of a Deployment, StatefulSet, DaemonSet or ReplicaSet run for ever and must have restartPolicy Always, the default. Those of a Job
    end, and must have OnFailure or Never, which have to be written down. The API server refuses anything else.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy","pkg/apis/apps/validation: ValidatePodTemplateSpecForReplicaSet","pkg/apis/batch/validation: validateJobSpec"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 2
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              restartPolicy: Never
              #              ^^^^^ unsupported value "Never": the pods of a Deployment must have restartPolicy "Always"; supported values: "Always"
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 2
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              restartPolicy: Always
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `}]}},"revision-history-zero":{get why(){return`The old ReplicaSets, scaled to 0, are the history that kubectl rollout undo goes back to (ControllerRevisions, for a StatefulSet
    or DaemonSet). With revisionHistoryLimit 0 they are deleted as soon as a rollout is complete: the fast way back is gone, and the
    former manifest has to be found and applied.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#clean-up-policy","pkg/controller/deployment: cleanupDeployment"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 2
          revisionHistoryLimit: 0
          #                     ^ revisionHistoryLimit 0 keeps no old revision: "kubectl rollout undo" has nothing to go back to
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 2
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `}]}},"rolling-with-rwo-volume":{get why(){return`The new pod of a rolling update starts while the old one still holds the volume. A ReadWriteOnce volume can be attached to one node
    only: where the scheduler picks another, the new pod waits in ContainerCreating (Multi-Attach error), and with maxUnavailable 0 the
    old pod is never taken away, so the rollout stands still. On the same node two processes write to the same files.`},get references(){return["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes","pkg/controller/volume/attachdetach/reconciler: attachDesiredVolumes"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: db }
        spec:
          replicas: 1
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:16.4
                  volumeMounts: [{ name: data, mountPath: /var/lib/db }]
              volumes:
                - name: data
                  persistentVolumeClaim:
                    claimName: db-data
                    #          ^^^^^^^ claim "db-data" is ReadWriteOnce, but a rollout runs two pods side by side (maxSurge 25 %, the default, of 1 rounds up to 1): a pod on another node never starts
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: { name: db-data }
        spec:
          accessModes: [ReadWriteOnce]
          resources: { requests: { storage: 10Gi } }
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: db }
        spec:
          replicas: 1
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:16.4
                  volumeMounts: [{ name: data, mountPath: /var/lib/db }]
              volumes:
                - name: data
                  persistentVolumeClaim:
                    claimName: db-data
          strategy: { type: Recreate }
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: { name: db-data }
        spec:
          accessModes: [ReadWriteOnce]
          resources: { requests: { storage: 10Gi } }
      `}]}},"rollout-fencepost":{get why(){return`maxSurge rounds up and maxUnavailable rounds down. When both come out as 0 nothing could ever move, so the controller uses
    maxUnavailable 1 instead. A percentage that looks like a promise of at most half the pods then costs one whole pod: with a single
    replica, all of them.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-unavailable","pkg/controller/deployment/util: ResolveFenceposts"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 1
          strategy:
            type: RollingUpdate
            rollingUpdate: { maxSurge: 0, maxUnavailable: 50% }
            #                                             ^^^ maxSurge 0 and maxUnavailable 50 % of 1 rounds down to 0: with both 0 the controller uses maxUnavailable 1, and a rollout goes on with 0 of 1 pod
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 1
          strategy:
            type: RollingUpdate
            rollingUpdate: { maxSurge: 1, maxUnavailable: 50% }
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `}]}},"rollout-halves-capacity":{get why(){return`While the new pods start, those that are left carry all requests. With half of them gone each has twice its usual load; where
    there is no such reserve they time out, fail their probes and are restarted, and a rollout at a busy hour becomes an outage.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-unavailable","pkg/controller/deployment/util: MaxUnavailable"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          strategy:
            type: RollingUpdate
            rollingUpdate: { maxSurge: 2, maxUnavailable: 2 }
            #                                             ^ maxUnavailable 2: a rollout goes on with 3 - 2 = 1 of 3 pods (33 %) behind Service "web"
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          strategy:
            type: RollingUpdate
            rollingUpdate: { maxSurge: 2, maxUnavailable: 1 }
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `}]}},"rollout-params-invalid":{get why(){return`maxSurge and maxUnavailable are numbers from 0 on or percentages with their sign, not both 0; a Recreate has neither; a progress
    deadline is longer than minReadySeconds. The API server refuses anything else, and the whole object with it.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment","pkg/apis/apps/validation: ValidateDeploymentStrategy, ValidateRollingUpdateDeployment"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          strategy:
            rollingUpdate:
              maxSurge: 1
              maxUnavailable: "25"
              #               ^^^^ maxUnavailable "25": a valid percent string must be a numeric string followed by an ending '%'; did you mean 25 or "25%"?
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          strategy:
            rollingUpdate:
              maxSurge: 1
              maxUnavailable: "25%"
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `}]}},"rollout-slow":{get why(){return`A rollout goes in rounds: each waits until its new pods are Ready, and for minReadySeconds. Few pods in a round, slow probes and many
    replicas make it a matter of hours, in which two versions run side by side; a fix or an undo takes as long again.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment","pkg/controller/deployment: rolloutRolling"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 50
          #         ^^ a rollout of Deployment "web" takes up to 52 min 30 s (50 rounds x (63 s to Ready + minReadySeconds 0))
          strategy:
            rollingUpdate: { maxSurge: 1, maxUnavailable: 0 }
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  readinessProbe:
                    httpGet: { path: /ready, port: 8080 }
                    initialDelaySeconds: 60
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 50
          strategy:
            rollingUpdate: { maxSurge: 25%, maxUnavailable: 0 }
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  readinessProbe:
                    httpGet: { path: /ready, port: 8080 }
                    initialDelaySeconds: 60
      `}]}},"rollout-unguarded":{get why(){return`A rolling update goes on when new pods are available. Without a readiness probe, and with minReadySeconds 0, a pod is available
    the moment its containers run: one that crashes a second later was Ready until then, and the next old pod is already gone. A broken
    release replaces all pods, and the rollout reports success.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#min-ready-seconds","pkg/controller/deployment: reconcileOldReplicaSets","pkg/api/v1/pod: IsPodAvailable"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker }
        spec:
        #^^^ Deployment "worker" has no readinessProbe and minReadySeconds 0: a new pod counts as available the moment it runs, so a release that crashes replaces all 4 pods
          replicas: 4
          selector: { matchLabels: { app: worker } }
          template:
            metadata: { labels: { app: worker } }
            spec:
              containers:
                - name: worker
                  image: example.com/worker:2.1.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker }
        spec:
          replicas: 4
          minReadySeconds: 30
          selector: { matchLabels: { app: worker } }
          template:
            metadata: { labels: { app: worker } }
            spec:
              containers:
                - name: worker
                  image: example.com/worker:2.1.0
      `}]}},"rollout-zero-available":{get why(){return`maxUnavailable is how many of the replicas may be missing while a rollout runs. When it comes to all of them the controller
    scales the old ReplicaSet to 0 in its first step, whether or not a new pod is Ready: a Recreate that does not even wait. A release
    that cannot start is then an outage, since no old pod is left to answer.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-unavailable","pkg/controller/deployment/util: MaxUnavailable"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker }
        spec:
          replicas: 1
          strategy:
            type: RollingUpdate
            rollingUpdate:
              maxSurge: 0
              maxUnavailable: 1
              #               ^ maxUnavailable 1: a rollout may take the only pod away before a new one is Ready
          selector: { matchLabels: { app: worker } }
          template:
            metadata: { labels: { app: worker } }
            spec:
              containers:
                - name: worker
                  image: example.com/worker:2.1.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker }
        spec:
          replicas: 1
          strategy:
            type: RollingUpdate
            rollingUpdate:
              maxSurge: 1
              maxUnavailable: 0
          selector: { matchLabels: { app: worker } }
          template:
            metadata: { labels: { app: worker } }
            spec:
              containers:
                - name: worker
                  image: example.com/worker:2.1.0
      `}]}},"secret-key-missing":{get why(){return`A container that takes an environment variable from a key that is not there does not start (CreateContainerConfigError), and a pod that mounts such a
    key stays in ContainerCreating, until the Secret has it or the reference is optional.`},get references(){return["https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Secret
        metadata: { name: web }
        stringData: { log-level: info }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              env:
                - name: LOG_LEVEL
                  valueFrom:
                    secretKeyRef: { name: web, key: log_level }
                    #                               ^^^^^^^^^ Secret "web" has no key "log_level"; did you mean "log-level"?
      `,good:e`
        apiVersion: v1
        kind: Secret
        metadata: { name: web }
        stringData: { log-level: info }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              env:
                - name: LOG_LEVEL
                  valueFrom:
                    secretKeyRef: { name: web, key: log-level }
      `}]}},"secret-missing":{get why(){return`Containers that take environment from a missing Secret do not start (CreateContainerConfigError), and pods that mount one stay in ContainerCreating, until
    it exists or the reference is optional. Most Secrets are made outside of a repository: only one of nearly that name tells a mistake.`},get references(){return["https://kubernetes.io/docs/concepts/configuration/secret/"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Secret
        metadata: { name: credentials }
        stringData: { password: example }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              envFrom: [{ secretRef: { name: credentails } }]
              #                              ^^^^^^^^^^^ Secret "credentails" is not in namespace "default"; did you mean "credentials"?
      `,good:e`
        apiVersion: v1
        kind: Secret
        metadata: { name: credentials }
        stringData: { password: example }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              envFrom: [{ secretRef: { name: credentials } }]
      `}]}},"selector-contains-version":{get why(){return`The selector of a Deployment, StatefulSet or DaemonSet cannot be changed once it exists. With the version in it, the next release cannot be
    applied: the object has to be deleted first, and all its pods with it.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates","pkg/registry/apps/deployment: deploymentStrategy.ValidateUpdate"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web, version: 1.4.0 } }
          #                                             ^^^^^ the selector of Deployment "web" contains version "1.4.0", and a selector cannot be changed: the next version needs the Deployment deleted first
          template:
            metadata: { labels: { app: web, version: 1.4.0 } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web, version: 1.4.0 } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `}]}},"selector-overlap":{get why(){return`Controllers find their pods by label and keep those they own. With equal selectors they still take up each other's orphans, count each other's
    pods, and an autoscaler, a disruption budget or kubectl that goes by the selector works on both at once.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector","pkg/controller: BaseControllerRefManager.ClaimObject","pkg/controller/podautoscaler: HorizontalController.computeReplicasForMetrics"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: api }
        spec:
          selector: { matchLabels: { app: shop } }
          template:
            metadata: { labels: { app: shop } }
            spec:
              containers:
                - name: api
                  image: example.com/api:1.4.0
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker }
        spec:
          selector: { matchLabels: { app: shop } }
         #^^^^^^^^ the selector of Deployment "worker" selects the pods of Deployment "api", too, and the other way round
          template:
            metadata: { labels: { app: shop } }
            spec:
              containers:
                - name: worker
                  image: example.com/worker:1.4.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: api }
        spec:
          selector: { matchLabels: { app: shop, component: api } }
          template:
            metadata: { labels: { app: shop, component: api } }
            spec:
              containers:
                - name: api
                  image: example.com/api:1.4.0
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker }
        spec:
          selector: { matchLabels: { app: shop, component: worker } }
          template:
            metadata: { labels: { app: shop, component: worker } }
            spec:
              containers:
                - name: worker
                  image: example.com/worker:1.4.0
      `}]}},"selector-template-mismatch":{get why(){return`A controller counts and replaces the pods that its selector selects. One that does not select the pods it makes would make them for ever, so the API
    server refuses it.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector","pkg/apis/apps/validation: ValidatePodTemplateSpecForReplicaSet"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: wbe } }
          #                               ^^^ \`selector\` does not match template \`labels\`: the selector wants app: "wbe", the template has app: "web"
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `}]}},"selector-unstable-label":{get why(){return`Labels such as helm.sh/chart or app.kubernetes.io/version, a commit or a date change with each release, and a selector cannot be changed once it
    exists: the next apply is refused until the object, and all its pods with it, has been deleted.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates","https://helm.sh/docs/chart_best_practices/labels/"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app.kubernetes.io/name: web, helm.sh/chart: web-1.4.0 } }
          #                                                                      ^^^^^^^^^ the selector of Deployment "web" contains the label "helm.sh/chart", and a selector cannot be changed: the next release needs the Deployment deleted first
          template:
            metadata: { labels: { app.kubernetes.io/name: web, helm.sh/chart: web-1.4.0 } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app.kubernetes.io/name: web } }
          template:
            metadata: { labels: { app.kubernetes.io/name: web, helm.sh/chart: web-1.4.0 } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `}]}},"service-account-missing":{get why(){return`A pod of a ServiceAccount that does not exist is refused: its controller makes none and only its events say so (FailedCreate). A role that is bound to a
    name that nobody has gives its rights to nobody.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: ServiceAccount
        metadata: { name: web-reader }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          serviceAccountName: web-raeder
          #                   ^^^^^^^^^^ ServiceAccount "web-raeder" is not in namespace "default"; did you mean "web-reader"?
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,good:e`
        apiVersion: v1
        kind: ServiceAccount
        metadata: { name: web-reader }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          serviceAccountName: web-reader
          containers:
            - name: web
              image: example.com/web:1.4.0
      `}]}},"service-empty-selector":{get why(){return`In a Service an empty selector is the same as none: the control plane makes no endpoints. It does not select every pod, as it does in a
    NetworkPolicy or a PodDisruptionBudget.`},get references(){return["https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors","pkg/controller/endpointslice: Controller.syncService"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: {}
         #^^^^^^^^ Service "web" has an empty selector: it selects no pod, not every pod
          ports: [{ port: 80, targetPort: 8080 }]
      `,good:e`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `}]}},"service-namespace-mismatch":{get why(){return`A selector looks at the pods of the Service's own namespace and at no others. The pods with these labels are created in another one, so the
    Service has no endpoints. Often one of the two leaves its namespace out and goes wherever kubectl happens to point.`},get references(){return["https://kubernetes.io/docs/concepts/services-networking/service/","pkg/controller/endpointslice: Controller.syncService"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web, namespace: shop }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web, namespace: default }
        #                                 ^^^^^^^ Service "web" is in namespace "default", the pods it selects are in "shop" (Deployment "web")
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web, namespace: shop }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web, namespace: shop }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `}]}},"service-no-selector":{get why(){return`Without a selector the control plane makes no endpoints: somebody has to write an EndpointSlice by hand, or a controller has to. Until then
    the name resolves and every connection fails, so a check that only looks the name up succeeds.`},get references(){return["https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Service
        metadata: { name: warehouse }
        spec:
        #^^^ Service "warehouse" has no selector, and no EndpointSlice here belongs to it
          ports: [{ port: 80, targetPort: 9376 }]
      `,good:e`
        apiVersion: v1
        kind: Service
        metadata: { name: warehouse }
        spec:
          ports: [{ port: 80, targetPort: 9376 }]
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: warehouse-1
          labels: { kubernetes.io/service-name: warehouse }
        addressType: IPv4
        ports: [{ port: 9376 }]
        endpoints: [{ addresses: [192.0.2.42] }]
      `}]}},"service-port-protocol-mismatch":{get why(){return`A named targetPort is found by name and protocol together, so with the other protocol it has no endpoint. A number is used as it is: the
    packets arrive with a protocol that, by the pods' own word, nobody listens to. Protocol is TCP where it is omitted.`},get references(){return["https://kubernetes.io/docs/reference/networking/service-protocols/","staging/src/k8s.io/endpointslice: FindPort"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: dns }
        spec:
          selector: { matchLabels: { app: dns } }
          template:
            metadata: { labels: { app: dns } }
            spec:
              containers:
                - name: dns
                  image: example.com/dns:1.4.0
                  ports: [{ containerPort: 53, protocol: UDP }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: dns }
        spec:
          selector: { app: dns }
          ports: [{ port: 53 }]
          #               ^^ port 53 is TCP, the default, but Deployment "dns" declares port 53 as UDP
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: dns }
        spec:
          selector: { matchLabels: { app: dns } }
          template:
            metadata: { labels: { app: dns } }
            spec:
              containers:
                - name: dns
                  image: example.com/dns:1.4.0
                  ports: [{ containerPort: 53, protocol: UDP }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: dns }
        spec:
          selector: { app: dns }
          ports: [{ port: 53, protocol: UDP }]
      `}]}},"service-selects-bare-pods":{get why(){return`A Pod written by itself stays on its node. When the node is lost or drained, or the pod is evicted, it is gone for good and nothing makes
    another: the Service keeps its name and loses its endpoint. Nor can it be updated without a gap.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/#working-with-pods"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web, labels: { app: web } }
        #                 ^^^ Service "web" sends its traffic to Pod "web", which has no controller: once it is evicted or its node is lost, nothing makes another
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `}]}},"service-selects-multiple-workloads":{get why(){return`Every ready pod with these labels is an endpoint, whoever made it, and requests are spread over all of them. For releases of one program that
    is a canary, with a share of the traffic that follows from the replica counts. For different programs it sends requests to the wrong one.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/management/#canary-deployments","pkg/controller/endpointslice: Controller.syncService"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: api }
        spec:
          selector: { matchLabels: { app: shop } }
          template:
            metadata: { labels: { app: shop } }
            spec:
              containers:
                - name: api
                  image: example.com/api:1.4.0
                  ports: [{ containerPort: 8080 }]
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: db }
        spec:
          selector: { matchLabels: { app: shop } }
          template:
            metadata: { labels: { app: shop } }
            spec:
              containers:
                - name: db
                  image: postgres:17.2
                  ports: [{ containerPort: 5432 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: api }
        spec:
          selector: { app: shop }
         #^^^^^^^^ Service "api" spreads its requests over Deployment "api" and Deployment "db", which run different images; Deployment "db" does not declare port 8080
          ports: [{ port: 80, targetPort: 8080 }]
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: api }
        spec:
          selector: { matchLabels: { app: shop, component: api } }
          template:
            metadata: { labels: { app: shop, component: api } }
            spec:
              containers:
                - name: api
                  image: example.com/api:1.4.0
                  ports: [{ containerPort: 8080 }]
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: db }
        spec:
          selector: { matchLabels: { app: shop, component: db } }
          template:
            metadata: { labels: { app: shop, component: db } }
            spec:
              containers:
                - name: db
                  image: postgres:17.2
                  ports: [{ containerPort: 5432 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: api }
        spec:
          selector: { app: shop, component: api }
          ports: [{ port: 80, targetPort: 8080 }]
      `}]}},"service-selects-nothing":{get why(){return`The endpoints controller lists the pods of the Service's namespace that carry every pair of its selector. None does, so the Service has
    no endpoints: its name resolves, and every connection to it fails. No component reports that as an error.`},get references(){return["https://kubernetes.io/docs/concepts/services-networking/service/#services-in-kubernetes","pkg/controller/endpointslice: Controller.syncService"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web, tier: front } }
          template:
            metadata: { labels: { app: web, tier: front } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: wbe, tier: front }
          #                ^^^ Service "web" selects no pod; nearest is Deployment "web": its label "app" is "web", not "wbe"
          ports: [{ port: 80, targetPort: 8080 }]
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web, tier: front } }
          template:
            metadata: { labels: { app: web, tier: front } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web, tier: front }
          ports: [{ port: 80, targetPort: 8080 }]
      `}]}},"service-target-port-name-missing":{get why(){return`A named targetPort is looked up in every pod, by name and protocol, among the ports of its app containers and sidecars. A pod that has no port
    of that name gets no endpoint for it, and nothing says so: the Service's port leads nowhere, or only to the other pods.`},get references(){return["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports","staging/src/k8s.io/endpointslice: getEndpointPorts, FindPort"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  ports: [{ name: http, containerPort: 8080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: htpp }]
          #                               ^^^^ Deployment "web" declares no TCP port named "htpp"; did you mean "http"?
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  ports: [{ name: http, containerPort: 8080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: http }]
      `}]}},"service-target-port-undeclared":{get why(){return`Traffic is sent to that port of the pod whether a container declares it or not: containerPort is informational. Where a container declares
    another port that no Service uses, one of the two numbers is usually wrong, and then every connection is refused.`},get references(){return["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports","staging/src/k8s.io/endpointslice: FindPort"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  ports: [{ containerPort: 8080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80 }]
          #               ^^ targetPort is omitted, so it equals port 80; Deployment "web" declares port 8080, not 80
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  ports: [{ containerPort: 8080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `}]}},"service-version-pinned":{get why(){return`During a rolling update old and new pods serve side by side. With the version in the selector all old pods leave the Service the moment the
    selector is changed, and the new ones are none of it before: there is a gap in one order or the other. With a second Deployment that stands
    ready it is a blue/green switch, and meant.`},get references(){return["https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web, version: v1.4.0 } }
          template:
            metadata: { labels: { app: web, version: v1.4.0 } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web, version: v1.4.0 }
          #                              ^^^^^^ Service "web" selects version "v1.4.0" alone: with the next version all old pods leave it at once
          ports: [{ port: 80, targetPort: 8080 }]
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web, version: v1.4.0 } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `}]}},"shell-swallows-sigterm":{get why(){return`SIGTERM goes to the container's first process. A shell that runs a loop or a list sets no handler for it, the kernel does not let a
    first process die of a signal it does not handle, and the program beneath the shell never hears of it. Every stop, restart and
    rollout takes the whole grace period and ends with SIGKILL.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination","https://man7.org/linux/man-pages/man7/pid_namespaces.7.html","pkg/kubelet/kuberuntime: killContainer"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: clock }
        spec:
          containers:
            - name: clock
              image: busybox:1.37
              command: [sh, -c]
              args: ["while true; do date >> /tmp/log; sleep 10; done"]
              #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the shell is the first process and does not react to SIGTERM: every stop takes the whole grace period, 30 s, and ends with SIGKILL
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: clock }
        spec:
          containers:
            - name: clock
              image: busybox:1.37
              command: [sh, -c]
              args: ["trap exit TERM; while true; do date >> /tmp/log; sleep 10 & wait $!; done"]
      `},{title:"A list of commands",bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              command: [sh, -c, "migrate --all; web --port 8080"]
              #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a shell that stays the first process does not pass SIGTERM on: where it does not replace itself by its last command, every stop takes the whole grace period, 30 s
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              command: [sh, -c, "migrate --all; exec web --port 8080"]
      `}]}},"sidecar-as-app-container":{get why(){return`Containers of one list start and stop all at once: the application may start before its proxy, and SIGTERM reaches both together, so
    the last log lines and the last connections are lost. In initContainers with restartPolicy Always a helper starts first, ends last,
    and does not keep a Job from completing.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/","pkg/kubelet/kuberuntime: newTerminationOrdering"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
            - name: log-shipper
            #       ^^^^^^^^^^^ container "log-shipper" helps "web", but starts and stops together with it
              image: fluent/fluent-bit:3.2.2
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          initContainers:
            - name: log-shipper
              image: fluent/fluent-bit:3.2.2
              restartPolicy: Always
          containers:
            - name: web
              image: example.com/web:1.4.0
      `}]}},"sidecar-startup-gate-missing":{get why(){return`The kubelet starts the next container as soon as a sidecar counts as started. Without a startup probe that is when its process runs, not
    when it answers: the application makes its first connections to a port where nobody listens yet. Liveness and readiness gate nothing here.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/","pkg/kubelet/kuberuntime: computeInitContainerActions"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          initContainers:
            - name: proxy
            #       ^^^^^ sidecar "proxy" has no startupProbe: container "web", which connects to it, starts as soon as its process runs
              image: example.com/proxy:2.1.0
              restartPolicy: Always
              ports: [{ containerPort: 5432 }]
          containers:
            - name: web
              image: example.com/web:1.4.0
              env: [{ name: DATABASE, value: "localhost:5432" }]
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          initContainers:
            - name: proxy
              image: example.com/proxy:2.1.0
              restartPolicy: Always
              ports: [{ containerPort: 5432 }]
              startupProbe:
                tcpSocket: { port: 5432 }
                periodSeconds: 1
                failureThreshold: 30
          containers:
            - name: web
              image: example.com/web:1.4.0
              env: [{ name: DATABASE, value: "localhost:5432" }]
      `}]}},"single-replica":{get why(){return`A rollout of a single pod may be without a gap; a drained, preempted or lost node is not. The replacement starts only after the
    pod is evicted (after 5 minutes when the node just stops answering), and pulls its image and starts while nobody serves. With
    two pods on two nodes the other one carries on.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/disruptions/","https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#taint-based-evictions"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 1
          #         ^ Deployment "web" has 1 replica: while its node is drained or lost, nobody serves; critical because: LoadBalancer Service web; Service web
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: LoadBalancer
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 2
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: LoadBalancer
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `}]}},"single-replica-no-surge":{get why(){return`A StatefulSet never surges: a pod has an identity, and the old one has to be gone before its successor of the same name may
    start. With a single replica every rollout, and every drain of its node, leaves the Service without an endpoint. Of a Deployment
    with one replica and maxSurge 0, rollout-zero-available and rollout-fencepost say the same.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#rolling-updates","pkg/controller/statefulset: updateStatefulSet"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: db
          replicas: 1
          #         ^ StatefulSet "db" has 1 replica and never surges: every rollout leaves Service "db" without a pod for up to 36 s (30 s to end + 6 s until the probes pass), plus the application's start; critical because: Service db; readinessProbe
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:16.4
                  readinessProbe:
                    exec: { command: [pg_isready] }
                    periodSeconds: 5
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: db }
        spec:
          clusterIP: None
          selector: { app: db }
          ports: [{ port: 5432 }]
      `,good:e`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: db
          replicas: 3
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:16.4
                  readinessProbe:
                    exec: { command: [pg_isready] }
                    periodSeconds: 5
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: db }
        spec:
          clusterIP: None
          selector: { app: db }
          ports: [{ port: 5432 }]
      `}]}},"spread-selector-mismatch":{get why(){return`A topology spread constraint counts the pods that its labelSelector selects, and an anti-affinity keeps away from them. When the
    selector does not match the pod's own labels the count is the same on every node: nothing is spread, without a word.`},get references(){return["https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/","pkg/scheduler/framework/plugins/podtopologyspread: filterTopologySpreadConstraints"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: DoNotSchedule
                  labelSelector:
                    matchLabels: { app: webserver }
                    #                   ^^^^^^^^^ topologySpreadConstraint selects pods with app "webserver", but the pods of Deployment "web" have "web": it spreads nothing
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: DoNotSchedule
                  labelSelector:
                    matchLabels: { app: web }
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `}]}},"startup-budget-exceeds-progress-deadline":{get why(){return`A Deployment that makes no progress for progressDeadlineSeconds is reported as failed (ProgressDeadlineExceeded), and tools that wait for the
    rollout give up. A startup probe that allows more time than that means that a start within the rules counts as a failed rollout.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#progress-deadline-seconds","pkg/controller/deployment/util: DeploymentTimedOut"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  startupProbe:
                    httpGet: { path: /livez, port: 8080 }
                    periodSeconds: 10
                    failureThreshold: 90
                    #                 ^^ a start may take 900 s (90 x 10), but Deployment "web" counts as failed after 600 s without progress (progressDeadlineSeconds is not set)
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          progressDeadlineSeconds: 1200
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  startupProbe:
                    httpGet: { path: /livez, port: 8080 }
                    periodSeconds: 10
                    failureThreshold: 90
      `}]}},"startup-budget-too-small":{get why(){return`A startup probe kills the container with its last allowed failure. The first attempt may come right at the start, so what it guarantees is
    one period less than initialDelaySeconds + failureThreshold x periodSeconds. A start beyond that is killed, and begins anew.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes","pkg/kubelet/prober: worker.doProbe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations: { kprobe-lint.dev/startup-seconds: "60" }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              startupProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 5
                failureThreshold: 12
                #                 ^^ the startup probe guarantees 55 s ((12 - 1) x 5), not 60, but a start takes 60 s (annotation kprobe-lint.dev/startup-seconds)
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations: { kprobe-lint.dev/startup-seconds: "60" }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              startupProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 5
                failureThreshold: 24
      `}]}},"startup-probe-alone":{get why(){return`A startup probe ends with its first success. Its purpose is to hold back the liveness and readiness probes until then; where there are
    none, the container counts as ready and alive for the rest of its life, whatever becomes of it.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#types-of-probe","pkg/kubelet/prober: worker.doProbe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              startupProbe:
             #^^^^^^^^^^^^ container "web" has a startupProbe but neither liveness nor readiness probe: after its first success nothing is looked at any more
                httpGet: { path: /livez, port: 8080 }
                failureThreshold: 30
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              startupProbe:
                httpGet: { path: /livez, port: 8080 }
                failureThreshold: 30
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
      `}]}},"startup-probe-missing":{get why(){return`initialDelaySeconds is a guess that holds for every start: one that takes longer is killed, and in all of them a hang goes
    unnoticed until the delay is over. A startup probe waits exactly as long as the start takes, and liveness begins right after it.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes","pkg/kubelet/prober: worker.doProbe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                initialDelaySeconds: 120
                #                    ^^^ liveness initialDelaySeconds 120 stands in for a startupProbe: a start of more than 139 s (120 - 1 + (3 - 1) x 10) may be killed, and no hang is noticed in the first 120 s
                periodSeconds: 10
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 10
              startupProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 10
                failureThreshold: 15
      `}]}},"statefulset-max-unavailable-gated":{get why(){return`The field belongs to the feature gate MaxUnavailableStatefulSet, which is off by default in all of these versions but 1.35.0 to 1.35.3. The
    API server then drops it without a word, and pods are replaced one at a time.`},get references(){return["https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/","pkg/controller/statefulset: getStatefulSetMaxUnavailable"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: db
          replicas: 5
          updateStrategy:
            rollingUpdate:
              maxUnavailable: 2
              #               ^ maxUnavailable 2 of a StatefulSet is dropped without a word: the feature gate MaxUnavailableStatefulSet is off, and pods are replaced one at a time
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:1.4.0
      `,good:e`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: db
          replicas: 5
          updateStrategy:
            type: RollingUpdate
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:1.4.0
      `}]}},"statefulset-ondelete":{get why(){return`With updateStrategy OnDelete the controller makes pods of the new template only for those that somebody deletes. Applying a new
    image changes nothing that runs; the next eviction, weeks later, brings one pod of the new version among the old ones.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#on-delete","pkg/controller/statefulset: updateStatefulSet"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: db
          updateStrategy:
            type: OnDelete
            #     ^^^^^^^^ updateStrategy OnDelete replaces no pod by itself: a new template reaches a pod only when somebody deletes it
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:16.4
      `,good:e`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: db
          updateStrategy:
            type: RollingUpdate
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:16.4
      `}]}},"statefulset-partition-blocks":{get why(){return`Pods with an ordinal below rollingUpdate.partition keep their template, and get it again when they are recreated. A partition left
    behind from a staged rollout leaves part of the pods on the old version for ever; one that is as high as the replica count stops
    every rollout, while kubectl apply reports success.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#partitions","pkg/controller/statefulset: updateStatefulSet"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: db
          replicas: 3
          updateStrategy:
            rollingUpdate:
              partition: 3
              #          ^ partition 3 holds back all 3 pods: those with an ordinal below 3 never get a new template
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:16.4
      `,good:e`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: db
          replicas: 3
          updateStrategy:
            rollingUpdate:
              partition: 0
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:16.4
      `}]}},"statefulset-service-missing":{get why(){return`The pods of a StatefulSet get names of their own in DNS (db-0.db) through the Service that serviceName means: it has to exist, to select them, and to be
    headless. Otherwise these names do not resolve, and members that look for each other by name find nobody.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id","staging/src/k8s.io/endpointslice: ShouldSetHostname"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: bd
          #            ^^ StatefulSet "db" names Service "bd", which is not there; did you mean "db"?
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: db }
        spec:
          clusterIP: None
          selector: { app: db }
          ports: [{ port: 5432 }]
      `,good:e`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: db
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: db }
        spec:
          clusterIP: None
          selector: { app: db }
          ports: [{ port: 5432 }]
      `}]}},"surge-unschedulable":{get why(){return`With maxUnavailable 0 no old pod goes before a new one is Ready, and the new one needs what the old ones hold: a port of the node, or
    a node without another pod of its kind. With as many pods as nodes, or a pod tied to one node, the new pod stays Pending, and the
    rollout stands still until its deadline.`},get references(){return["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-surge","https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity","pkg/scheduler/framework/plugins/nodeports: Fits"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: edge }
        spec:
          replicas: 2
          selector: { matchLabels: { app: edge } }
          template:
            metadata: { labels: { app: edge } }
            spec:
              containers:
                - name: edge
                  image: example.com/edge:1.4.0
                  ports: [{ containerPort: 8080, hostPort: 80 }]
                  #                                        ^^ maxSurge 25 %, the default, of 2 rounds up to 1 and maxUnavailable 25 %, the default, of 2 rounds down to 0: a rollout first needs port 80 of a node where no old pod holds it
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: edge }
        spec:
          replicas: 2
          strategy:
            rollingUpdate: { maxSurge: 0, maxUnavailable: 1 }
          selector: { matchLabels: { app: edge } }
          template:
            metadata: { labels: { app: edge } }
            spec:
              containers:
                - name: edge
                  image: example.com/edge:1.4.0
                  ports: [{ containerPort: 8080, hostPort: 80 }]
      `}]}},"tcp-only-liveness":{get why(){return`The kernel accepts a connection on behalf of any process that listens, until the backlog is full. A server whose threads are all stuck still
    passes a TCP probe for a long time. An HTTP request needs the application itself to answer.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-tcp-liveness-probe","pkg/probe/tcp: DoTCPProbe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: http, containerPort: 8080 }]
              livenessProbe:
                tcpSocket: { port: http }
               #^^^^^^^^^ liveness only opens a TCP connection to port 8080, which is named "http"
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: http, containerPort: 8080 }]
              livenessProbe:
                httpGet: { path: /livez, port: http }
      `}]}},"tcp-readiness-on-http":{get why(){return`A server usually listens before it can answer: while it loads, migrates or connects to its database. A TCP probe is content with the open
    port, and the pod receives requests that fail. An HTTP request finds out whether they would.`},get references(){return["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-readiness-probes","pkg/probe/tcp: DoTCPProbe"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                tcpSocket: { port: 8080 }
               #^^^^^^^^^ readiness only opens a TCP connection to port 8080, which is usually HTTP
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
      `}]}},"toleration-invalid":{get why(){return`Operator Exists tolerates every value, so it has none; Equal needs a key; tolerationSeconds count only for NoExecute. The API server refuses
    the object.`},get references(){return["https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/","pkg/apis/core/validation: ValidateTolerations"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          tolerations:
            - key: dedicated
              operator: Exists
              effect: NoScheduling
              #       ^^^^^^^^^^^^ unsupported value "NoScheduling"; supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          tolerations:
            - key: dedicated
              operator: Exists
              effect: NoSchedule
          containers:
            - name: web
              image: example.com/web:1.4.0
      `}]}},"toleration-without-target":{get why(){return`A taint keeps pods away, and a toleration only lifts that: the scheduler may still put the pod on any other node. Pods that belong on
    the tainted nodes, with their GPU or their isolation, need a nodeSelector or nodeAffinity too.`},get references(){return["https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#example-use-cases"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: train }
        spec:
          tolerations:
            - { key: cputype, operator: Equal, value: gpu, effect: NoSchedule }
            #        ^^^^^^^ the toleration of "cputype=gpu" lets the pods run on nodes with that taint, but nothing leads them there
          containers:
            - name: train
              image: example.com/train:1.0.0
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: train }
        spec:
          nodeSelector: { cputype: gpu }
          tolerations:
            - { key: cputype, operator: Equal, value: gpu, effect: NoSchedule }
          containers:
            - name: train
              image: example.com/train:1.0.0
      `}]}},"unknown-field":{get why(){return`kubectl asks the API server to check fields strictly, and is refused. Older clients, and controllers that apply manifests, drop such a field without a
    word: what it was to say is not said.`},get references(){return["https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation"]},get examples(){return[{bad:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replica: 3
         #^^^^^^^ unknown field "replica" in "spec"; did you mean "replicas"?
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,good:e`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `}]}},"unrendered-template":{get why(){return`What stands between double braces is filled in by Helm or another tool; before that the document is no YAML, and says nothing about the cluster. Lint
    what the tool prints (helm template) instead.`},get references(){return["https://helm.sh/docs/helm/helm_template/"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          {{- toYaml .Values.settings | nindent 2 }}
         #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is a template, not a manifest yet
      `,good:e`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          mode: fast
      `}]}},"yaml-duplicate-key":{get why(){return`kubectl turns YAML into JSON before it sends it, and keeps the last of two equal keys without a word: the server never sees the first. A second
    livenessProbe replaces the first one whole; nothing is merged.`},get references(){return["https://yaml.org/spec/1.2.2/#3213-node-comparison","sigs.k8s.io/yaml: YAMLToJSON"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /live, port: 8080 }
              livenessProbe:
             #^^^^^^^^^^^^^ key "livenessProbe" is defined twice in the same map; only the last one counts
                tcpSocket: { port: 8080 }
      `,good:e`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /live, port: 8080 }
      `}]}},"yaml-syntax":{get why(){return`kubectl refuses a file at its first document that does not parse. Where the mistake is and where a parser stumbles over it are often different places: a
    quote that is not closed is shown where it was opened, a line that is indented too far beside its neighbours.`},get references(){return["https://yaml.org/spec/1.2.2/"]},get examples(){return[{bad:e`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          mode: "fast
          #     ^^^^^ the double quote opened here is never closed
          level: info
      `,good:e`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          mode: "fast"
          level: info
      `}]}}};0&&(module.exports={pages});

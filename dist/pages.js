var p=Object.defineProperty;var r=Object.getOwnPropertyDescriptor;var m=Object.getOwnPropertyNames;var d=Object.prototype.hasOwnProperty;var l=(t,a)=>{for(var o in a)p(t,o,{get:a[o],enumerable:!0})},c=(t,a,o,s)=>{if(a&&typeof a=="object"||typeof a=="function")for(let n of m(a))!d.call(t,n)&&n!==o&&p(t,n,{get:()=>a[n],enumerable:!(s=r(a,n))||s.enumerable});return t};var b=t=>c(p({},"__esModule",{value:!0}),t);var h={};l(h,{examples:()=>w});module.exports=b(h);function e(t){let a=(t.raw[0]??"").replaceAll("\\`","`"),o=a.slice(a.startsWith(`
`)?1:0,a.trimEnd().length).split(`
`),s=o[0]??"",n=s.length-s.trimStart().length;return`${o.map(i=>i.slice(n)).join(`
`)}
`}var w={"api-invalid":[{bad:e`
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
      `}],"bare-pod":[{bad:e`
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
      `}],"bluegreen-pair-drift":[{bad:e`
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
      `}],"claim-missing":[{bad:e`
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
      `}],"configmap-key-missing":[{bad:e`
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
      `}],"configmap-missing":[{bad:e`
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
      `}],"container-restart-policy-version":[{bad:e`
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
      `,minor:28}],"daemonset-max-unavailable-high":[{bad:e`
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
      `}],"daemonset-ondelete":[{bad:e`
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
      `}],"deceptive-characters":[{bad:e`
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
      `}],"delay-redundant-with-startup":[{bad:e`
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
      `}],"deployment-paused":[{bad:e`
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
      `}],"deprecated-api":[{bad:e`
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
      `}],"duplicate-object":[{bad:e`
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
      `}],"exec-command-not-split":[{bad:e`
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
      `}],"exec-probe-cost":[{bad:e`
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
      `}],"exec-probe-default-timeout":[{bad:e`
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
      `}],"exec-probe-env-expansion":[{bad:e`
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
      `}],"exec-shell-syntax-without-shell":[{bad:e`
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
      `}],"external-ips-deprecated":[{bad:e`
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
      `}],"grace-period-long":[{bad:e`
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
      `}],"grace-period-negative":[{bad:e`
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
      `}],"grace-period-short":[{bad:e`
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
      `}],"grace-period-zero":[{bad:e`
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
      `}],"grpc-probe-invalid":[{bad:e`
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
      `}],"hpa-min-one-critical":[{bad:e`
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
      `}],"hpa-replicas-conflict":[{bad:e`
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
      `}],"hpa-target-missing":[{bad:e`
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
      `}],"ignore-unexplained":[{bad:e`
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
      `}],"ignore-unused":[{bad:e`
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
      `}],"image-tag-mutable":[{bad:e`
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
      `}],"incomplete-workload":[{bad:e`
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
      `}],"ingress-backend-missing":[{bad:e`
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
      `}],"ingress-backend-port-missing":[{bad:e`
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
      `}],"ingress-chain-broken":[{bad:e`
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
      `}],"init-waits-forever":[{bad:e`
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
      `}],"invalid-name":[{bad:e`
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: web_settings }
        #                 ^^^^^^^^^^^^ "web_settings" is not a valid DNS-1123 subdomain for metadata.name: a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character; offending character U+005F "_" at 3
      `,good:e`
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: web-settings }
      `}],"invalid-type":[{bad:e`
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
      `}],"invalid-value":[{bad:e`
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
      `}],"liveness-checks-dependency":[{bad:e`
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
      `}],"liveness-equals-readiness":[{bad:e`
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
      `}],"liveness-failure-threshold-one":[{bad:e`
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
      `}],"liveness-kills-slow-start":[{bad:e`
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
      `}],"liveness-probe-missing":[{bad:e`
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
      `}],"liveness-races-readiness":[{bad:e`
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
      `}],"liveness-slow-kill":[{bad:e`
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
      `}],"liveness-too-aggressive":[{bad:e`
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
      `}],"liveness-too-slow":[{bad:e`
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
      `}],"liveness-with-restart-never":[{bad:e`
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
      `}],"local-traffic-policy-drain":[{bad:e`
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
      `}],"min-ready-seconds-zero":[{bad:e`
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
      `}],"misplaced-field":[{bad:e`
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
      `}],"missing-field":[{bad:e`
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
      `}],"multi-container-unprobed":[{bad:e`
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
      `}],"networkpolicy-blocks-service":[{bad:e`
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
      `}],"networkpolicy-selects-nothing":[{bad:e`
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
      `}],"no-spread":[{bad:e`
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
      `}],"nodeport-conflict":[{bad:e`
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
      `}],"pdb-blocks-all-evictions":[{bad:e`
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
      `}],"pdb-cannot-compute":[{bad:e`
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
      `}],"pdb-missing":[{bad:e`
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
      `}],"pdb-overlap":[{bad:e`
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
      `}],"pdb-selects-nothing":[{bad:e`
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
      `}],"pdb-unhealthy-policy":[{bad:e`
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
      `}],"pdb-useless":[{bad:e`
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
      `}],"pinned-to-node":[{bad:e`
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
      `}],"policy-invalid":[{bad:e`
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
      `}],"poststart-blocks":[{bad:e`
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
      `}],"prestop-exceeds-grace":[{title:"A command",bad:e`
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
      `}],"prestop-hook-target-missing":[{bad:e`
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
      `}],"prestop-leaves-little-drain":[{bad:e`
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
      `}],"prestop-missing":[{bad:e`
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
      `}],"prestop-prefers-native-sleep":[{bad:e`
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
      `}],"prestop-sleep-unsupported":[{bad:e`
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
      `,minor:29}],"prestop-too-short":[{bad:e`
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
      `}],"probe-always-succeeds":[{bad:e`
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
      `}],"probe-default-noise":[{bad:e`
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
      `}],"probe-host-set":[{bad:e`
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
      `}],"probe-misspelled":[{bad:e`
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
      `}],"probe-named-port-unresolved":[{bad:e`
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
      `}],"probe-on-batch":[{bad:e`
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
      `}],"probe-on-ephemeral-container":[{bad:e`
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
      `}],"probe-on-init-container":[{bad:e`
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
      `}],"probe-path-suspicious":[{bad:e`
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
      `}],"probe-path-swapped":[{bad:e`
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
      `}],"probe-port-numeric-string":[{bad:e`
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
      `}],"probe-port-undeclared":[{bad:e`
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
      `}],"probe-scheme-mismatch":[{bad:e`
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
      `}],"probe-starved-by-cpu-limit":[{bad:e`
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
      `}],"probe-timeout-exceeds-period":[{bad:e`
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
      `}],"probe-value-invalid":[{title:"Successes of a liveness probe",bad:e`
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
      `}],"probe-zero-defaulted":[{bad:e`
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
      `}],"progress-deadline-too-short":[{bad:e`
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
      `}],"publish-not-ready-traffic":[{bad:e`
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
      `}],"readiness-failure-threshold-one":[{bad:e`
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
      `}],"readiness-gate-without-controller":[{bad:e`
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
      `}],"readiness-initial-delay-large":[{bad:e`
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
      `}],"readiness-initial-delay-rounded":[{bad:e`
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
      `}],"readiness-probe-missing":[{bad:e`
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
      `}],"readiness-probe-missing-unserved":[{bad:e`
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
      `}],"readiness-success-threshold-slow":[{bad:e`
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
      `}],"readiness-too-slow":[{bad:e`
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
      `}],"recreate-strategy":[{bad:e`
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
      `}],"removed-api":[{bad:e`
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
      `}],"replicas-zero":[{bad:e`
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
      `}],"replicaset-direct":[{bad:e`
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
      `}],"restart-policy-invalid":[{bad:e`
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
      `}],"revision-history-zero":[{bad:e`
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
      `}],"rolling-with-rwo-volume":[{bad:e`
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
      `}],"rollout-fencepost":[{bad:e`
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
      `}],"rollout-halves-capacity":[{bad:e`
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
      `}],"rollout-params-invalid":[{bad:e`
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
      `}],"rollout-slow":[{bad:e`
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
      `}],"rollout-unguarded":[{bad:e`
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
      `}],"rollout-zero-available":[{bad:e`
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
      `}],"secret-key-missing":[{bad:e`
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
      `}],"secret-missing":[{bad:e`
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
      `}],"selector-contains-version":[{bad:e`
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
      `}],"selector-overlap":[{bad:e`
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
      `}],"selector-template-mismatch":[{bad:e`
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
      `}],"selector-unstable-label":[{bad:e`
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
      `}],"service-account-missing":[{bad:e`
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
      `}],"service-empty-selector":[{bad:e`
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
      `}],"service-namespace-mismatch":[{bad:e`
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
      `}],"service-no-selector":[{bad:e`
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
      `}],"service-port-protocol-mismatch":[{bad:e`
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
      `}],"service-selects-bare-pods":[{bad:e`
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
      `}],"service-selects-multiple-workloads":[{bad:e`
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
      `}],"service-selects-nothing":[{bad:e`
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
      `}],"service-target-port-name-missing":[{bad:e`
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
      `}],"service-target-port-undeclared":[{bad:e`
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
      `}],"service-version-pinned":[{bad:e`
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
      `}],"shell-swallows-sigterm":[{bad:e`
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
      `}],"sidecar-as-app-container":[{bad:e`
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
      `}],"sidecar-startup-gate-missing":[{bad:e`
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
      `}],"single-replica":[{bad:e`
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
      `}],"single-replica-no-surge":[{bad:e`
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
      `}],"spread-selector-mismatch":[{bad:e`
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
      `}],"startup-budget-exceeds-progress-deadline":[{bad:e`
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
      `}],"startup-budget-too-small":[{bad:e`
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
      `}],"startup-probe-alone":[{bad:e`
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
      `}],"startup-probe-missing":[{bad:e`
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
      `}],"statefulset-max-unavailable-gated":[{bad:e`
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
      `}],"statefulset-ondelete":[{bad:e`
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
      `}],"statefulset-partition-blocks":[{bad:e`
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
      `}],"statefulset-service-missing":[{bad:e`
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
      `}],"surge-unschedulable":[{bad:e`
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
      `}],"tcp-only-liveness":[{bad:e`
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
      `}],"tcp-readiness-on-http":[{bad:e`
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
      `}],"toleration-invalid":[{bad:e`
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
      `}],"toleration-without-target":[{bad:e`
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
      `}],"unknown-field":[{bad:e`
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
      `}],"unrendered-template":[{bad:e`
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
      `}],"yaml-duplicate-key":[{bad:e`
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
      `}],"yaml-syntax":[{bad:e`
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
      `}]};0&&(module.exports={examples});

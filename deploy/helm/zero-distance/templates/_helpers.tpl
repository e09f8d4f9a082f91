{{/* The name every object begins with. Short enough for "-case-mediation" to fit into a label of 63 characters. */}}
{{- define "zero-distance.fullname" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 48 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 48 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* Which pods belong to this release; immutable in a Deployment. */}}
{{- define "zero-distance.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{/* Labels of every object. */}}
{{- define "zero-distance.labels" -}}
{{ include "zero-distance.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end -}}

{{- define "zero-distance.image" -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" .Values.image.repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" .Values.image.repository (.Values.image.tag | default .Chart.AppVersion) -}}
{{- end -}}
{{- end -}}

{{/* The settings of a service: defaults with services.<name> over them. Takes (dict "root" $ "name" …), gives YAML. */}}
{{- define "zero-distance.settings" -}}
{{- mustMergeOverwrite (deepCopy .root.Values.defaults) (deepCopy (get .root.Values.services .name)) | toYaml -}}
{{- end -}}

{{/* What every pod must not be able to do. 1000 is the user of the image. */}}
{{- define "zero-distance.podSecurity" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  runAsGroup: 1000
  fsGroup: 1000
  seccompProfile:
    type: RuntimeDefault
{{- end -}}

{{- define "zero-distance.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
{{- end -}}

{{/* Files a container reads: its Secrets, and the certificates it trusts. Takes (dict "root" $ "sources" list). */}}
{{- define "zero-distance.volumes" -}}
- name: secrets
  projected:
    defaultMode: 288 # 0440; 0440 itself is another number in YAML 1.2
    sources:
      {{- toYaml .sources | nindent 6 }}
{{- with .root.Values.caBundle.existingConfigMap }}
- name: ca-bundle
  configMap:
    name: {{ . | quote }}
{{- end }}
{{- end -}}

{{- define "zero-distance.volumeMounts" -}}
- name: secrets
  mountPath: /run/secrets/zero-distance
  readOnly: true
{{- if .Values.caBundle.existingConfigMap }}
- name: ca-bundle
  mountPath: /run/ca
  readOnly: true
{{- end }}
{{- end -}}

{{/* Not empty for a service that keeps files. */}}
{{- define "zero-distance.keepsFiles" -}}
{{- if has . (list "intake" "dispatch" "case-mediation" "inspection") -}}
true
{{- end -}}
{{- end -}}

{{/* A variable whose value is in the mounted Secret, under the variable's own name. */}}
{{- define "zero-distance.secretEnv" -}}
- name: {{ . }}_FILE
  value: /run/secrets/zero-distance/{{ . }}
{{- end -}}

{{- define "zero-distance.caEnv" -}}
{{- if .Values.caBundle.existingConfigMap -}}
- name: NODE_EXTRA_CA_CERTS
  value: {{ printf "/run/ca/%s" .Values.caBundle.key | quote }}
{{- end -}}
{{- end -}}

{{/* The URL of a role's database, without its password: that comes by PGPASSWORD. Takes (dict "root" $ "user" …). */}}
{{- define "zero-distance.databaseUrl" -}}
{{- with .root.Values.postgres -}}
{{- printf "postgresql://%s@%s:%d/%s?sslmode=%s" $.user .host (int .port) .database .sslmode | quote -}}
{{- end -}}
{{- end -}}

{{/* Where the password of a service's role is. Takes (dict "root" $ "name" …), gives YAML. */}}
{{- define "zero-distance.databasePassword" -}}
{{- $service := get .root.Values.services .name -}}
{{- get $service "database" | default (dict "existingSecret" $service.existingSecret "key" "DB_PASSWORD") | toYaml -}}
{{- end -}}

{{/* The password that the Postgres client takes when its URL has none; any characters will do. Takes existingSecret and key. */}}
{{- define "zero-distance.passwordEnv" -}}
- name: PGPASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .existingSecret | quote }}
      key: {{ .key | quote }}
{{- end -}}

{{/* The port of a process's pod on which health and metrics are: the gateway's own for them, since its other one is the public's. */}}
{{- define "zero-distance.operationsPort" -}}
{{- ternary "operations" "http" (eq . "gateway") -}}
{{- end -}}

{{/* By which way a service writes to people: SMS_ADAPTER or MAIL_ADAPTER of its own. Takes (dict "root" $ "name" … "adapter" …). */}}
{{- define "zero-distance.adapter" -}}
{{- $own := get (get .root.Values.services .name) "extraEnvironment" | default dict -}}
{{- get $own .adapter | default "none" -}}
{{- end -}}

{{/* The environment of a service. Takes (dict "root" $ "name" … "settings" …). */}}
{{- define "zero-distance.serviceEnv" -}}
{{- $values := .root.Values -}}
{{- $fullname := include "zero-distance.fullname" .root -}}
- name: HOST
  value: 0.0.0.0
- name: PORT
  value: "8080"
- name: LOG_LEVEL
  value: {{ .settings.logLevel }}
- name: DISTRICT
  value: {{ $values.district | quote }}
- name: DATABASE_POOL_SIZE
  value: {{ .settings.databasePoolSize | quote }}
- name: RATE_LIMIT_PER_MINUTE
  value: {{ int .settings.rateLimitPerMinute | quote }}
{{- range $variable, $value := .settings.extraEnvironment }}
- name: {{ $variable }}
  value: {{ ternary ($value | toString) (int $value | toString) (or (kindIs "string" $value) (kindIs "bool" $value)) | quote }}
{{- end }}
- name: OIDC_AUDIENCE
  value: {{ $values.oidc.audience | quote }}
{{- if $values.oidc.issuer }}
- name: OIDC_ISSUER
  value: {{ $values.oidc.issuer | quote }}
{{- with $values.oidc.jwksUrl }}
- name: OIDC_JWKS_URL
  value: {{ . | quote }}
{{- end }}
{{- else if ne .name "gateway" }}
- name: OIDC_ISSUER
  value: {{ printf "%s/oidc" (trimSuffix "/" $values.publicUrl) | quote }}
- name: OIDC_JWKS_URL
  value: http://{{ $fullname }}-gateway:8080/oidc/jwks
{{- end }}
{{- with $values.tracing.otlpEndpoint }}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ . | quote }}
{{- end }}
{{- with include "zero-distance.caEnv" .root }}
{{ . }}
{{- end }}
- name: DATABASE_URL
  value: {{ include "zero-distance.databaseUrl" (dict "root" .root "user" (replace "-" "_" .name)) }}
{{ include "zero-distance.passwordEnv" (include "zero-distance.databasePassword" . | fromYaml) }}
{{- if eq .name "gateway" }}
- name: OPERATIONS_PORT
  value: "8081"
- name: PUBLIC_URL
  value: {{ $values.publicUrl | quote }}
{{- with $values.trustedProxies }}
- name: TRUSTED_PROXIES
  value: {{ . | quote }}
{{- end }}
{{- with $values.corsOrigins }}
- name: CORS_ORIGINS
  value: {{ join "," . | quote }}
{{- end }}
{{- range $name := without (keys $values.services | sortAlpha) "gateway" }}
- name: {{ $name | upper | replace "-" "_" }}_URL
  value: http://{{ $fullname }}-{{ $name }}:8080
{{- end }}
{{ include "zero-distance.secretEnv" "GATEWAY_KEY" }}
{{- else }}
# The gateway tells whose call it is. Its pod has an address of one of these networks.
- name: TRUSTED_PROXIES
  value: uniquelocal,100.64.0.0/10
{{- with $values.officeContacts }}
- name: OFFICE_CONTACTS
  value: {{ join "," . | quote }}
{{- end }}
{{- end }}
- name: NATS_URL
  value: {{ $values.nats.url | quote }}
- name: NATS_USER
  value: {{ .name }}
{{ include "zero-distance.secretEnv" "NATS_PASSWORD" }}
{{ include "zero-distance.secretEnv" "REQUEST_HASH_KEY" }}
{{- if include "zero-distance.keepsFiles" .name }}
- name: FILES_DIRECTORY
  value: /files
{{- with $values.files.s3 }}
{{- if .bucket }}
- name: FILES_S3_BUCKET
  value: {{ .bucket | quote }}
- name: FILES_S3_REGION
  value: {{ .region | quote }}
{{- with .endpoint }}
- name: FILES_S3_ENDPOINT
  value: {{ . | quote }}
{{- end }}
{{- if .accessKeys }}
{{ include "zero-distance.secretEnv" "FILES_S3_ACCESS_KEY_ID" }}
{{ include "zero-distance.secretEnv" "FILES_S3_SECRET_ACCESS_KEY" }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if has .name (list "intake" "dispatch" "case-mediation") }}
{{ include "zero-distance.secretEnv" "PERSONAL_DATA_KEYS" }}
{{ include "zero-distance.secretEnv" "MATTER_TEXT_KEYS" }}
{{- end }}
{{- if has .name (list "evaluation" "intake") }}
{{ include "zero-distance.secretEnv" "SIGNED_LINK_KEYS" }}
{{- end }}
{{- if eq .name "intake" }}
{{ include "zero-distance.secretEnv" "BLIND_INDEX_KEY" }}
- name: PUBLIC_URL
  value: {{ $values.publicUrl | quote }}
{{- end }}
{{- if eq (include "zero-distance.adapter" (dict "root" .root "name" .name "adapter" "SMS_ADAPTER")) "http" }}
{{ include "zero-distance.secretEnv" "SMS_HEADERS" }}
{{- end }}
{{- if hasKey (.settings.extraEnvironment | default dict) "SMTP_USER" }}
{{ include "zero-distance.secretEnv" "SMTP_PASSWORD" }}
{{- end }}
{{- end -}}

{{/* The pods of some components of this release. Takes (dict "root" $ "components" list). */}}
{{- define "zero-distance.componentSelector" -}}
matchLabels:
  {{- include "zero-distance.selector" .root | nindent 2 }}
matchExpressions:
  - key: app.kubernetes.io/component
    operator: In
    values: {{ .components | toJson }}
{{- end -}}

{{/* The same as a peer of a NetworkPolicy. */}}
{{- define "zero-distance.componentPeer" -}}
- podSelector:
    {{- include "zero-distance.componentSelector" . | nindent 4 }}
{{- end -}}

{{/* An egress rule from { peers, ports }; no peers: any address. */}}
{{- define "zero-distance.egressRule" -}}
- ports:
    {{- range .ports }}
    - protocol: TCP
      port: {{ . }}
    {{- end }}
  {{- with .peers }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}

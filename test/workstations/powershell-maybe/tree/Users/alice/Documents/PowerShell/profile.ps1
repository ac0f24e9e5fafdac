if (Test-Path C:\\corp) {
  $env:DISABLE_TELEMETRY = $null
}

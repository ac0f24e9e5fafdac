# $env:DISABLE_TELEMETRY = $null
<#
$env:DISABLE_TELEMETRY = $null
#>
function Clear-It { $env:DISABLE_TELEMETRY = $null }
oh-my-posh init pwsh | Invoke-Expression
Invoke-Expression (& { (zoxide init powershell | Out-String) })
Set-Alias ll ls

if status is-interactive
  set -gx DISABLE_TELEMETRY 1
end
function later
  set -gx DISABLE_ERROR_REPORTING 1
end
set -gx DO_NOT_TRACK 1
set -e DO_NOT_TRACK

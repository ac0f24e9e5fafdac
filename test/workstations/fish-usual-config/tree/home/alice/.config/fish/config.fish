set -gx PATH $HOME/bin $PATH
function fish_greeting; end
starship init fish | source
test -f ~/.absent; and source ~/.absent
set -q EDITOR; or set -gx EDITOR vim
switch (uname)
  case Darwin
    set -gx DISABLE_TELEMETRY 1
  case Linux
    set -gx DISABLE_ERROR_REPORTING 1
end
for file in ~/.config/fish/more/*.fish
  source $file
end

case $- in
    *i*) ;;
      *) return;;
esac
HISTCONTROL=ignoreboth
shopt -s histappend
[ -x /usr/bin/lesspipe ] && eval "$(SHELL=/bin/sh lesspipe)"
if [ -x /usr/bin/dircolors ]; then
    test -r ~/.dircolors && eval "$(dircolors -b ~/.dircolors)" || eval "$(dircolors -b)"
    alias ls='ls --color=auto'
fi
for name in DISABLE_TELEMETRY DISABLE_ERROR_REPORTING; do
  export "$name=1"
done
case "$USER" in
  bob) unset DISABLE_TELEMETRY ;;
esac

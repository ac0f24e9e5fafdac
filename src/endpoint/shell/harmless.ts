/**
 * Programs whose generated shell text sets up a prompt, completion or its own tool's variables and nothing that a
 * coding assistant reads. Anything else that is evaluated at run time may set any variable.
 */
const tools =
  'dircolors lesspipe ssh-agent gpg-agent keychain starship zoxide atuin fzf thefuck mcfly direnv brew conda mamba ' +
  'micromamba pyenv pyenv-virtualenv-init rbenv nodenv goenv jenv tfenv fnm nvm volta mise rtx asdf opam luarocks ' +
  'kubectl helm minikube kind flux argocd istioctl gh glab hub docker podman npm pnpm yarn pip pip3 pipx poetry ' +
  'pipenv uv rustup cargo deno bun op vault terraform aws_completer register-python-argcomplete oh-my-posh navi ' +
  'broot just chezmoi sheldon antibody antidote zinit vivid tput stty resize locale perl limactl colima orb ' +
  'powerline-daemon path_helper locale-check virtualenvwrapper.sh virtualenvwrapper_lazy.sh scmpuff hcloud doctl eksctl k9s stern ng nx git-town bat rg';

const known: ReadonlySet<string> = new Set(tools.split(' '));

/** Whether every command that made a text is one of them; `undefined`: not known what made it. */
export function areHarmless(makers: readonly string[] | undefined): boolean {
  return makers !== undefined && makers.length > 0 && makers.every((maker) => harmlessMakers(`$(${maker})`));
}

/** Whether every program named in `$(…)`, `<(…)` or backticks is one of them. */
export function harmlessMakers(written: string): boolean {
  const makers = [...written.matchAll(/(?:\$\(|<\(|`)\s*(?:[A-Z_]+=\S+\s+)*(?:command\s+)?["']?([^\s)"'`|;]+)/g)];
  if (makers.length === 0) return false;
  return makers.every(([, program = '']) => known.has(program.slice(program.lastIndexOf('/') + 1)));
}

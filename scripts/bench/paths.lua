-- For wrk: asks for the paths given after `--` in turn.
local paths = {}
local turn = 0

function init(args)
  for index, path in ipairs(args) do
    paths[index] = path
  end
end

function request()
  turn = turn + 1
  return wrk.format("GET", paths[turn % #paths + 1])
end

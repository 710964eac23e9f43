-- Trades refresh tokens, each for its successor. Reads the first ones from the file named by TOKENS, a line each.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"

local queue, first, last = {}, 1, 0

local function push(token)
  last = last + 1
  queue[last] = token
end

function init()
  for line in io.lines(os.getenv("TOKENS")) do push(line) end
end

function request()
  -- Without a token left the request is made in vain, and shows as an error of the run.
  local token = "none"
  if first <= last then
    token = queue[first]
    queue[first] = nil
    first = first + 1
  end
  return wrk.format(nil, nil, nil, '{"refresh_token":"' .. token .. '"}')
end

function response(status, headers, body)
  local token = body:match('"refresh_token":"([^"]+)"')
  if token then push(token) end
end

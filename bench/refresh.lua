-- Trades refresh tokens, each for its successor. Reads the first ones from the file named by TOKENS, a line each.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"

local queue, first = {}, 1
failed = 0

function init()
  for line in io.lines(os.getenv("TOKENS")) do table.insert(queue, line) end
end

function request()
  local token = queue[first]
  queue[first] = nil
  first = first + 1
  return wrk.format(nil, nil, nil, '{"refresh_token":"' .. token .. '"}')
end

function response(status, headers, body)
  local token = body:match('"refresh_token":"([^"]+)"')
  if token then table.insert(queue, token) else failed = failed + 1 end
end

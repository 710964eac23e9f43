-- Trades refresh tokens, each for its successor. Reads the first ones from the file named by TOKENS, a line each.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"

local queue, first = {}, 1

function init()
  for line in io.lines(os.getenv("TOKENS")) do table.insert(queue, line) end
end

function request()
  -- Without a token left the request is made in vain, and shows as an error of the run.
  local token = queue[first] or "none"
  queue[first] = nil
  if token ~= "none" then first = first + 1 end
  return wrk.format(nil, nil, nil, '{"refresh_token":"' .. token .. '"}')
end

function response(status, headers, body)
  local token = body:match('"refresh_token":"([^"]+)"')
  if token then table.insert(queue, token) end
end

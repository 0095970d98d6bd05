# Passes snippets through one of the systems of Ruby that Debian has: reads a list of texts from standard input, prints its version and a list of HTML.
#
# Usage: ruby filters.rb NAME < texts.json
require "json"

systems = {
  # What Ruby on Rails does with `sanitize`.
  "rails-html-sanitizer" => lambda do
    require "rails-html-sanitizer"
    sanitizer = Rails::Html::SafeListSanitizer.new
    [Rails::Html::Sanitizer::VERSION, ->(text) { sanitizer.sanitize(text) }]
  end,
  "sanitize-relaxed" => lambda do
    require "sanitize"
    [Sanitize::VERSION, ->(text) { Sanitize.fragment(text, Sanitize::Config::RELAXED) }]
  end,
}

version, system = systems.fetch(ARGV[0]).call
made = JSON.parse($stdin.read).map { |text| { html: system.call(text) } }
puts JSON.generate(version: version, made: made)

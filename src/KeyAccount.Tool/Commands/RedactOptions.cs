using System.CommandLine;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Tool.Commands;

/// <summary>Whether what is read names people: the same options for every command that shows a portfolio.</summary>
internal sealed class RedactOptions
{
    private readonly Option<bool> _redact = new("--redact")
    {
        Description = "Name nobody: people get pseudonyms, notes and confidential facts are left out (keyaccount schema: x-personal).",
    };

    private readonly Option<bool> _accounts = new("--redact-accounts") { Description = "Like --redact, and accounts get pseudonyms too." };

    private readonly Option<bool> _confidential = new("--keep-confidential")
    {
        Description = "With --redact: keep the confidential facts about people, such as their style.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_redact);
        command.Options.Add(_accounts);
        command.Options.Add(_confidential);
    }

    /// <summary>What is replaced; null where nothing is.</summary>
    public RedactionOptions? Of(ParseResult result, string language)
    {
        var isAsked = result.GetValue(_redact) || result.GetValue(_accounts);
        if (!isAsked && result.GetValue(_confidential))
            throw new Terminal.UsageException("--keep-confidential goes with --redact.");
        return !isAsked ? null : new()
        {
            Accounts = result.GetValue(_accounts), KeepsConfidential = result.GetValue(_confidential), Language = language,
        };
    }
}

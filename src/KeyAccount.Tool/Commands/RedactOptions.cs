using System.CommandLine;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Tool.Commands;

/// <summary>The redaction options of every command that shows accounts.</summary>
/// <param name="isTable">Whether tables are read, which do not say who is in them: then every account gets a pseudonym.</param>
/// <param name="hasConfidential">Whether what is read may hold confidential facts.</param>
internal sealed class RedactOptions(bool isTable = false, bool hasConfidential = true)
{
    private readonly Option<bool> _redact = new("--redact")
    {
        Description = isTable
            ? "Give every account a pseudonym: a table does not say which accounts are people."
            : "Name nobody: people get pseudonyms, notes and confidential facts are left out (keyaccount schema: x-personal).",
    };

    private readonly Option<bool> _accounts = new("--redact-accounts")
    {
        Description = isTable ? "The same as --redact." : "Like --redact; accounts get pseudonyms too.",
    };

    private readonly Option<bool> _confidential = new("--keep-confidential")
    {
        Description = "Put the confidential facts about people, such as their style, into the review; it leaves them out by default.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_redact);
        command.Options.Add(_accounts);
        if (!isTable && hasConfidential)
            command.Options.Add(_confidential);
    }

    /// <summary>The redaction; null if nothing is replaced.</summary>
    public RedactionOptions? Of(ParseResult result, string language)
    {
        var isAsked = result.GetValue(_redact) || result.GetValue(_accounts);
        return !isAsked ? null : new()
        {
            Accounts = isTable || result.GetValue(_accounts),
            KeepsConfidential = KeepsConfidential(result),
            Language = language,
        };
    }

    /// <summary>Whether confidential facts are asked for.</summary>
    public bool KeepsConfidential(ParseResult result) => !isTable && hasConfidential && result.GetValue(_confidential);

    /// <summary>The names of accounts of tables: their ids, or pseudonyms in the order of the ids given.</summary>
    public Func<string, string> NamesOf(ParseResult result, string language, IEnumerable<string> ids)
    {
        if (Of(result, language) is not { } options)
            return id => id;
        AccountFile[] accounts = [.. ids.Distinct(StringComparer.Ordinal).Select(id => new AccountFile { Id = id })];
        Redaction.Redact(
            new() { Currency = Portfolio.StandardCurrency, AsOf = default, Accounts = accounts }, options, out var redaction);
        return redaction.AccountIdOf;
    }
}

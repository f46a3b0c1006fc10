using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Purchases;

/// <summary>A table of names (<c>from</c>) with the accounts they are counted under (<c>to</c>).</summary>
internal static class AliasFile
{
    private static readonly TableColumn From = new("from", "from");
    private static readonly TableColumn To = new("to", "to");

    public static IReadOnlyDictionary<string, string> Read(TableSource source)
    {
        var table = SideTable.Open(source, "--aliases", From, To);
        return table.Reading(() =>
        {
            var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
            using var rows = table.Rows();
            while (rows.Read())
            {
                var (from, to) = (rows.Text(table[From]!.Value).Trim(), rows.Text(table[To]!.Value).Trim());
                if (rows.Fault is { } fault)
                    throw new ToolException($"{fault}.");
                if (from.Length == 0 || to.Length == 0)
                    throw new ToolException($"{rows.Where}: both from and to are needed.");
                if (!aliases.TryAdd(from, to) && aliases[from] != to)
                    throw new ToolException(
                        $"{rows.Where}: '{SafeText.Line(from, 60)}' is already mapped to '{SafeText.Line(aliases[from], 60)}'.");
            }

            foreach (var from in aliases.Keys.ToArray())
                aliases[from] = End(aliases, from);
            return aliases;
        });
    }

    // A name may lead to another one that leads on.
    private static string End(Dictionary<string, string> aliases, string from)
    {
        var end = from;
        for (var steps = 0; aliases.TryGetValue(end, out var next) && next != end; steps++)
        {
            if (steps > aliases.Count)
                throw new ToolException($"'{SafeText.Line(from, 60)}' leads to a circle of aliases; each name must end at one account.");
            end = next;
        }

        return end;
    }
}

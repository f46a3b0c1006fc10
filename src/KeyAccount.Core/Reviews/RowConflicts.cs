using System.Text.Json;
using System.Text.Json.Nodes;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>Finds contradictions between the rows of one company.</summary>
internal static class RowConflicts
{
    // What says which row it is, or is summed, or may well differ from row to row.
    private static readonly HashSet<string> OfItself = new(StringComparer.Ordinal)
    {
        "id", "name", "parent", "sameAs", "asOf", "currency", "value.annualPurchases", "value.debtOverdueDays",
    };

    /// <summary>The facts that both the account and a row state, but differently: the place, both values, and the value that
    /// counts.</summary>
    public static IReadOnlyList<FactWarning> Of(AccountFile head, IReadOnlyList<AccountFile> rows, AccountFile merged, LocalDate asOf)
    {
        var warnings = new List<FactWarning>();
        var (one, used) = (JsonOf(head), JsonOf(merged));
        foreach (var row in rows)
        {
            if (head.KnownName is { } name && row.KnownName is { } other && Plain(name) != Plain(other))
                Add("name", name, row, other, name);
            Compare(one, JsonOf(row), used, "", row);
            CompareTiers(row);
            foreach (var (category, at) in head.Wallet.Select((category, at) => (category, at)))
            {
                var same = row.Wallet.FirstOrDefault(each => each.Category == category.Category && each.Wallet is not null);
                if (category.Wallet is { } wallet && same?.Wallet is { } second && wallet != second)
                    Add(Invariant($"wallet[{at}].wallet"), Invariant($"{wallet}"), row, Invariant($"{second}"), Invariant($"{wallet}"));
            }
        }

        return warnings;

        void Compare(JsonObject first, JsonObject second, JsonObject? together, string path, AccountFile row)
        {
            foreach (var (member, value) in first)
            {
                var place = path.Length == 0 ? member : $"{path}.{member}";
                if (OfItself.Contains(place) || value is null || second[member] is not { } another)
                    continue;
                if (value is JsonObject part && another is JsonObject partOfRow)
                    Compare(part, partOfRow, together?[member] as JsonObject, place, row);
                else if (value is JsonValue && another is JsonValue && !JsonNode.DeepEquals(value, another))
                    Add(place, Shown(value), row, Shown(another), together?[member] is { } kept ? Shown(kept) : Shown(value));
            }
        }

        void CompareTiers(AccountFile row)
        {
            if (head.TierOverrides.FirstOrDefault(IsInForce) is { } set && row.TierOverrides.FirstOrDefault(IsInForce) is { } again
                && set.Tier != again.Tier)
                Add("tierOverrides", set.Tier.Name, row, again.Tier.Name, set.Tier.Name);
        }

        bool IsInForce(Grading.TierOverride<Grading.AccountTier> each) => each is not null && each.From <= asOf && asOf <= each.Until;

        void Add(string place, string value, AccountFile row, string valueOfRow, string kept) => warnings.Add(new(
            place, null, null, null,
            TextTable.Library["Reviews.FactWarning.RowsDiffer"].With(place, head.Id, value, row.Id, valueOfRow, kept)));
    }

    private static JsonObject JsonOf(AccountFile account) =>
        JsonSerializer.SerializeToNode(account with { Topics = [] }, ReviewJson.Default.AccountFile)!.AsObject();

    private static string Shown(JsonNode value) =>
        value is JsonValue text && text.TryGetValue<string>(out var words) ? words : value.ToJsonString();

    // One company is written with other blanks, dots and capitals.
    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

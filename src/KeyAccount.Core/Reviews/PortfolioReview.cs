using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Reviews;

/// <summary>All accounts of a portfolio as of a date.</summary>
/// <remarks>A value: immutable, and the same after a round trip through JSON; compared by reference, because it holds lists.</remarks>
public sealed class PortfolioReview
{
    /// <summary>What the portfolio is called; null where it has no name.</summary>
    public string? Name { get; init; }

    /// <summary>The currency of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>The date of the review.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate AsOf { get; init; }

    /// <summary>The versions of the models it was made with, by their ids.</summary>
    public required IReadOnlyDictionary<string, string> Models { get; init; }

    /// <summary>The accounts: by what they buy, the largest first, then those of which that is not known, by id.</summary>
    public required IReadOnlyList<AccountReview> Accounts { get; init; }

    /// <summary>How many of those who began to buy still buy, by the quarter of their first purchase; null where no single purchases are
    /// known.</summary>
    public CohortTable? Retention { get; init; }

    /// <summary>Reads a review from JSON.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">It is no JSON, or no review; it holds every fault with its path.</exception>
    public static PortfolioReview FromJson(string json) => CheckedJson.Read(json, CoreJson.Default.PortfolioReview, "review");

    /// <summary>Writes the review as JSON: the same for the same facts and models, whatever the order of the accounts in the file.</summary>
    /// <returns>An indented object.</returns>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true }))
            WriteTo(json);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes the review as a JSON object, account by account, so that a large one never stands in memory as text.</summary>
    /// <param name="json">The writer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        if (Name is not null)
            json.WriteString("name", Name);
        json.WriteString("currency", Currency);
        json.WriteString("asOf", LocalDatePattern.Iso.Format(AsOf));
        json.WriteStartObject("models");
        foreach (var (id, version) in Models)
            json.WriteString(id, version);
        json.WriteEndObject();
        json.WriteStartArray("accounts");
        foreach (var account in Accounts)
        {
            account.WriteTo(json);
            if (json.BytesPending > 1 << 16)
                json.Flush();
        }

        json.WriteEndArray();
        if (Retention is not null)
        {
            json.WritePropertyName("retention");
            JsonSerializer.Serialize(json, Retention, CoreJson.Default.CohortTable);
        }

        json.WriteEndObject();
    }
}

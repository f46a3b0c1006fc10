using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The review of all accounts of a portfolio as of a date.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed partial record PortfolioReview
{
    private const int MostPending = 1 << 16;

    // Grows to the largest account that the thread has written.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    /// <summary>The version of its file (<see cref="FileFormat.Review"/>): always the current one. An older file is upgraded while it is
    /// read.</summary>
    [JsonPropertyOrder(-1)]
    public int Version { get; } = FileFormat.Review.Version;

    /// <summary>The name of the portfolio; null if it has none.</summary>
    public string? Name { get; init; }

    /// <summary>The currency of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>The date of the review.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate AsOf { get; init => field = Guard.Iso(value, nameof(AsOf)); }

    /// <summary>The owner whose accounts these are; null for all accounts.</summary>
    public string? Owner { get; init; }

    /// <summary>The versions of the models used, by their ids.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required IReadOnlyDictionary<string, string> Models { get; init => field = ValueMap.Of(value, nameof(Models)); }

    /// <summary>A note on how the data of the review were read, as JSON, from the program that read them; null for none.</summary>
    [JsonConverter(typeof(RawJsonConverter))]
    public string? Reading { get; init; }

    /// <summary>The accounts: by their purchases, the largest first, then those with unknown purchases, by id.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<AccountReview> Accounts { get; init => field = ValueList.Of(value, nameof(Accounts)); }

    /// <summary>The portfolio in figures: totals, tier and risk, concentration, what we do not know.</summary>
    public required PortfolioSummary Summary { get; init; }

    /// <summary>The changes since an earlier review; null if there was none to compare with.</summary>
    public PortfolioChange? Since { get; init; }

    /// <summary>Reads a review from JSON.</summary>
    /// <param name="json">The text that <see cref="ToJson"/> wrote.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">The text is not valid JSON, or is not a review; the exception holds every fault with its
    /// path.</exception>
    public static PortfolioReview FromJson(string json) =>
        CheckedJson.Read(json, ReviewJson.Default.PortfolioReview, "review", FileFormat.Review.Upgraded);

    /// <summary>Writes the review as JSON. The result is the same for the same facts and models, whatever the order of the accounts in the
    /// file.</summary>
    /// <returns>An indented object.</returns>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true }))
            WriteTo(json);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes the review as a JSON object, account by account, so that a large one is never held in memory as text.</summary>
    /// <param name="json">The writer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        WriteHead(json, Name, Currency, AsOf, Owner, Models, Reading);
        foreach (var account in Accounts)
            WriteAccount(json, account);
        WriteSummary(json, Summary, Since);
        WriteRetention(json, Retention);
        WriteWhiteSpace(json, WhiteSpace);
        WriteRfmCuts(json, RfmCuts);
        json.WriteEndObject();
    }

    /// <summary>Extracts the lines that another review can be compared with.</summary>
    /// <returns>The line of each account.</returns>
    public ReviewSnapshot ToSnapshot() =>
        new() { AsOf = AsOf, Currency = Currency, Owner = Owner, Models = Models, Accounts = [.. Accounts.Select(AccountSummary.Of)] };

    /// <summary>Returns the accounts of one owner, with their findings and actions, as they are in the review of all.</summary>
    /// <param name="owner">The owner, exactly as in the account files.</param>
    /// <returns>The review of those accounts, with its own summary; it has no accounts if nobody has that name. Retention and white space
    /// are left out, because they are figures of all accounts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    public PortfolioReview OwnedBy(string owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        AccountReview[] accounts = [.. Accounts.Where(account => account.Owner == owner)];
        return this with
        {
            Owner = owner,
            Accounts = accounts,
            Summary = PortfolioSummary.Of(accounts, level: Summary.Concentration.Level) with
            {
                Skipped = [.. Summary.Skipped.Where(account => account.Owner is null || account.Owner == owner)],
            },
            Since = Since?.OwnedBy(owner, accounts.Length),
            Retention = null,
            WhiteSpace = null,
        };
    }

    /// <summary>Compares this review with an earlier one.</summary>
    /// <param name="earlier">The earlier review.</param>
    /// <returns>The movements of tier and risk, new and settled findings, new and lost accounts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="earlier"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="earlier"/> is of a later date, in another currency, or of the accounts of
    /// somebody else.</exception>
    public PortfolioChange ChangeSince(PortfolioReview earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return PortfolioChange.Between(earlier.ToSnapshot(), ToSnapshot());
    }

    /// <summary>Describes the portfolio for a person: totals, tier and risk, what has changed, what is at stake, what to do, and what is
    /// not known.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <param name="detail">The level of detail: up to 6 accounts in brief, up to 50 in full; the others are counted.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="detail"/> is not defined.</exception>
    public Document Describe(string language = Language.English, Detail detail = Detail.Brief)
    {
        Guard.Defined(detail);
        AccountReview[] most =
        [
            .. Accounts.Order(Comparer<AccountReview>.Create(PortfolioReviewRun.Compare)).Take(PortfolioDocument.MostOf(detail)),
        ];
        return new PortfolioDocument(Currency, language, detail).Of(Name, AsOf, Owner, Summary, Since, most, Retention, WhiteSpace);
    }

    internal static void WriteHead(
        Utf8JsonWriter json, string? name, string currency, LocalDate asOf, string? owner, IReadOnlyDictionary<string, string> models,
        string? reading)
    {
        json.WriteStartObject();
        json.WriteNumber(FileFormat.VersionName, FileFormat.Review.Version);
        if (name is not null)
            json.WriteString("name", name);
        json.WriteString("currency", currency);
        json.WriteString("asOf", LocalDatePattern.Iso.Format(asOf));
        if (owner is not null)
            json.WriteString("owner", owner);
        json.WriteStartObject("models");
        foreach (var (id, version) in models)
            json.WriteString(id, version);
        json.WriteEndObject();
        if (reading is not null)
        {
            json.WritePropertyName("reading");
            RawJsonConverter.WriteTo(json, reading);
        }

        json.WriteStartArray("accounts");
    }

    internal static void WriteAccount(Utf8JsonWriter json, AccountReview account)
    {
        account.WriteTo(json);
        if (json.BytesPending > MostPending)
            json.Flush();
    }

    /// <summary>Writes an account for <see cref="WriteAccount(Utf8JsonWriter, byte[])"/>, with its line break and its indent.</summary>
    /// <param name="account">The account.</param>
    /// <param name="options">The options of the writer.</param>
    /// <param name="depth">The nesting depth of the writer.</param>
    internal static byte[] BytesOf(AccountReview account, JsonWriterOptions options, int depth)
    {
        var buffer = _buffer ??= new(MostPending);
        buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(buffer, options);
        for (var i = 0; i < depth; i++)
            json.WriteStartArray();
        json.Flush();
        var start = buffer.WrittenCount;
        account.WriteTo(json);
        json.Flush();
        var bytes = buffer.WrittenSpan[start..].ToArray();
        for (var i = 0; i < depth; i++)
            json.WriteEndArray();
        return bytes;
    }

    internal static void WriteAccount(Utf8JsonWriter json, byte[] account)
    {
        json.WriteRawValue(account, skipInputValidation: true);
        if (json.BytesPending > MostPending)
            json.Flush();
    }

    internal static void WriteSummary(Utf8JsonWriter json, PortfolioSummary summary, PortfolioChange? since)
    {
        json.WriteEndArray();
        json.WritePropertyName("summary");
        JsonSerializer.Serialize(json, summary, ReviewJson.Default.PortfolioSummary);
        if (since is not null)
        {
            json.WritePropertyName("since");
            JsonSerializer.Serialize(json, since, ReviewJson.Default.PortfolioChange);
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The head and the number of accounts.</returns>
    public override string ToString() => Invariant(
        $"PortfolioReview {{ Currency = {Currency}, AsOf = {AsOf:R}, Accounts = {Accounts.Count} }}");
}

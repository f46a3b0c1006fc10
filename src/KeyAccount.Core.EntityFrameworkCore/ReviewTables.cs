using System.Diagnostics.CodeAnalysis;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>The tables of a <see cref="DatabaseReviewStore"/> in a context of your own, so that its migrations are yours.</summary>
/// <remarks>After an update of the package, let Entity Framework add a migration (<c>dotnet ef migrations add</c>): it holds what has
/// changed in the tables, and is empty if nothing has. Rows that are there stay readable; what is new in a table has a
/// default.</remarks>
public static class ReviewTables
{
    /// <summary>The largest length of an account id in these tables: 400 characters, which fits the key of every database.</summary>
    public const int MostIdLength = 400;

    // Every decimal fits: 29 digits before the point, and what a query is asked about after it.
    private const int MoneyDigits = 38;
    private const int MoneyDecimals = 9;

    /// <summary>Adds the three tables: dates of reviews, results of each account, and plans.</summary>
    /// <param name="builder">The model, in your <c>OnModelCreating</c>. Terms are stored as <see cref="TermConventions"/> say; where they
    /// say nothing, by their values.</param>
    /// <param name="schema">The schema of the tables; null for that of the model.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="schema"/> is blank.</exception>
    public static ModelBuilder AddKeyAccountReviews(this ModelBuilder builder, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (schema is not null)
            ArgumentException.ThrowIfNullOrWhiteSpace(schema);
        builder.Entity<ReviewDate>(entity =>
        {
            Named(entity, "KeyAccountReviews", schema);
            entity.HasKey(each => each.AsOf);
            entity.Property(each => each.FormatVersion).HasDefaultValue(1);
        });
        builder.Entity<ReviewStanding>(entity =>
        {
            Named(entity, "KeyAccountStandings", schema);
            entity.HasKey(each => new { each.AsOf, each.AccountId });
            entity.HasIndex(each => new { each.AccountId, each.AsOf });
            entity.HasOne<ReviewDate>().WithMany().HasForeignKey(each => each.AsOf);
            entity.Property(each => each.AccountId).HasMaxLength(MostIdLength);
            Stored(entity.Property(each => each.Tier));
            Stored(entity.Property(each => each.Risk));
            entity.Property(each => each.AnnualPurchases).HasPrecision(MoneyDigits, MoneyDecimals);
            entity.Property(each => each.AtStake).HasPrecision(MoneyDigits, MoneyDecimals);
        });
        builder.Entity<PlanRow>(entity =>
        {
            Named(entity, "KeyAccountPlans", schema);
            entity.HasKey(each => each.AccountId);
            entity.Property(each => each.AccountId).HasMaxLength(MostIdLength);
            entity.Property(each => each.Version).IsConcurrencyToken();
            entity.Property(each => each.FormatVersion).HasDefaultValue(1);
        });
        return builder;
    }

    // A null would be the schema itself, not that of the model.
    private static void Named<TRow>(EntityTypeBuilder<TRow> entity, string table, string? schema)
        where TRow : class
    {
        if (schema is null)
            entity.ToTable(table);
        else
            entity.ToTable(table, schema);
    }

    private static void Stored<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>(
        PropertyBuilder<TTerm?> property)
        where TTerm : Term<TTerm>
    {
        if (property.Metadata.GetValueConverter() is null)
            property.HasConversion<TermValueConverter<TTerm>>();
    }
}

/// <summary>A review that is kept: its date, its currency and its models.</summary>
/// <remarks>A row of a <see cref="DatabaseReviewStore"/>; never changed after it is added.</remarks>
public sealed class ReviewDate
{
    internal ReviewDate(DateOnly asOf, string currency, string models) =>
        (AsOf, Currency, Models, FormatVersion) = (asOf, currency, models, FileFormat.History.Version);

    /// <summary>The date: the key.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>The currency of every amount.</summary>
    public string Currency { get; private set; }

    /// <summary>The versions of the models, as JSON.</summary>
    public string Models { get; private set; }

    /// <summary>The version of the JSON of its points (<see cref="FileFormat.History"/>).</summary>
    public int FormatVersion { get; private set; }
}

/// <summary>Where an account stood in a review: what one asks a database for in columns, and the whole point as JSON.</summary>
/// <remarks>A row of a <see cref="DatabaseReviewStore"/>; never changed after it is added.</remarks>
public sealed class ReviewStanding
{
    private ReviewStanding()
    {
    }

    internal ReviewStanding(ReviewPoint point, int place, string json)
    {
        (AsOf, AccountId, Place, Json) = (point.AsOf.ToDateOnly(), point.Summary.Id, place, json);
        (Tier, Risk, Score) = (point.Summary.Tier, point.Summary.Risk, point.Value.Score);
        (AnnualPurchases, AtStake) = (point.Summary.AnnualPurchases, point.Summary.AtStake);
    }

    /// <summary>The date of the review: with the account, the key.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>The account.</summary>
    public string AccountId { get; private set; } = "";

    /// <summary>Its place in the review, from 0.</summary>
    public int Place { get; private set; }

    /// <summary>The tier it stood under; null if there was none.</summary>
    public AccountTier? Tier { get; private set; }

    /// <summary>How much of it was at stake; null if that was not known.</summary>
    public RiskLevel? Risk { get; private set; }

    /// <summary>The score of its value; null if it was not rated.</summary>
    public double? Score { get; private set; }

    /// <summary>What it bought in a year; null if that was not known.</summary>
    public decimal? AnnualPurchases { get; private set; }

    /// <summary>The money at stake; null if none was known.</summary>
    public decimal? AtStake { get; private set; }

    /// <summary>The whole point (<see cref="ReviewPoint"/>), as JSON.</summary>
    public string Json { get; private set; } = "";
}

/// <summary>The plan of an account, as JSON, and how often it has been written.</summary>
/// <remarks>A row of a <see cref="DatabaseReviewStore"/>. <see cref="Version"/> is a concurrency token.</remarks>
public sealed class PlanRow
{
    internal PlanRow(string accountId, int version, string json) =>
        (AccountId, Version, Json, FormatVersion) = (accountId, version, json, FileFormat.Plan.Version);

    /// <summary>The account: the key.</summary>
    public string AccountId { get; private set; }

    /// <summary>How often it has been written, from 1.</summary>
    public int Version { get; private set; }

    /// <summary>The plan (<see cref="AccountPlan"/>), as JSON.</summary>
    public string Json { get; private set; }

    /// <summary>The version of the JSON (<see cref="FileFormat.Plan"/>).</summary>
    public int FormatVersion { get; private set; }
}

using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>The tables of a <see cref="DatabaseReviewStore"/> in a context of your own, so that its migrations are yours.</summary>
public static class ReviewTables
{
    /// <summary>Adds the three tables: dates of reviews, where each account stood, and plans.</summary>
    /// <param name="builder">The model, in your <c>OnModelCreating</c>. Terms are stored as <see cref="TermConventions"/> says.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static ModelBuilder AddKeyAccountReviews(this ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Entity<ReviewDate>(entity =>
        {
            entity.ToTable("KeyAccountReviews");
            entity.HasKey(each => each.AsOf);
        });
        builder.Entity<ReviewStanding>(entity =>
        {
            entity.ToTable("KeyAccountStandings");
            entity.HasKey(each => new { each.AsOf, each.AccountId });
            entity.HasIndex(each => new { each.AccountId, each.AsOf });
            entity.HasOne<ReviewDate>().WithMany().HasForeignKey(each => each.AsOf);
        });
        builder.Entity<PlanRow>(entity =>
        {
            entity.ToTable("KeyAccountPlans");
            entity.HasKey(each => each.AccountId);
            entity.Property(each => each.Version).IsConcurrencyToken();
        });
        return builder;
    }
}

/// <summary>A review that is kept: its date, its currency and its models.</summary>
/// <remarks>A row of a <see cref="DatabaseReviewStore"/>; never changed after it is added.</remarks>
public sealed class ReviewDate
{
    internal ReviewDate(DateOnly asOf, string currency, string models) => (AsOf, Currency, Models) = (asOf, currency, models);

    /// <summary>The date: the key.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>The currency of every amount.</summary>
    public string Currency { get; private set; }

    /// <summary>The versions of the models, as JSON.</summary>
    public string Models { get; private set; }
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

    /// <summary>The tier it stood under; null where there was none.</summary>
    public AccountTier? Tier { get; private set; }

    /// <summary>How much of it was at stake; null where that was not known.</summary>
    public RiskLevel? Risk { get; private set; }

    /// <summary>The score of its value; null where it was not rated.</summary>
    public double? Score { get; private set; }

    /// <summary>What it bought in a year; null where that was not known.</summary>
    public decimal? AnnualPurchases { get; private set; }

    /// <summary>The money at stake; null where none was known.</summary>
    public decimal? AtStake { get; private set; }

    /// <summary>The whole point (<see cref="ReviewPoint"/>), as JSON.</summary>
    public string Json { get; private set; } = "";
}

/// <summary>The plan of an account, as JSON, and how often it has been written.</summary>
/// <remarks>A row of a <see cref="DatabaseReviewStore"/>. <see cref="Version"/> is a concurrency token.</remarks>
public sealed class PlanRow
{
    internal PlanRow(string accountId, int version, string json) => (AccountId, Version, Json) = (accountId, version, json);

    /// <summary>The account: the key.</summary>
    public string AccountId { get; private set; }

    /// <summary>How often it has been written, from 1.</summary>
    public int Version { get; private set; }

    /// <summary>The plan (<see cref="AccountPlan"/>), as JSON.</summary>
    public string Json { get; private set; }
}

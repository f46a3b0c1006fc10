using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>Every ready model on 600 random rows (2,400 by <c>KEYACCOUNT_CASES=4</c>): the database says what the program says.</summary>
public sealed class ReadyModelTests(PostgreSqlServer postgres)
{
#if MARIADB
    public static TheoryData<string> Names => [.. ReadyModel.All.Keys];

#endif
    // Under other versions of Entity Framework each model in one of the two databases; in both in long runs.
    private static bool IsInBoth => Seeded.IsLong || typeof(Microsoft.EntityFrameworkCore.DbContext).Assembly.GetName().Version!.Major >= 10;

    public static TheoryData<string> NamesOnSqlite => [.. ReadyModel.All.Keys.Where((_, i) => IsInBoth || i % 2 == 0)];

    public static TheoryData<string> NamesOnPostgreSql => [.. ReadyModel.All.Keys.Where((_, i) => IsInBoth || i % 2 == 1)];

    [Theory, MemberData(nameof(NamesOnSqlite))]
    public Task SQLite_scores_as_the_program_does(string name) => ReadyModel.All[name].MustAgree(null);

    [Theory, MemberData(nameof(NamesOnPostgreSql))]
    public Task PostgreSQL_scores_as_the_program_does(string name)
    {
        postgres.ConnectionTo("postgres");
        return ReadyModel.All[name].MustAgree(postgres);
    }

#if MARIADB
    [Theory, MemberData(nameof(Names))]
    public Task MariaDB_scores_as_the_program_does(string name) => ReadyModel.All[name].MustAgreeOnMariaDb();
#endif

    [Fact]
    public void No_ready_model_is_left_out() =>
        ModelCatalog.All.Concat(new ReviewModels().All).OfType<IScorecard>().Select(model => model.Id).Distinct(StringComparer.Ordinal)
            .Should().BeEquivalentTo(ReadyModel.All.Keys);
}

using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>Every ready model on 1,500 random rows (5,000 by <c>KEYACCOUNT_CASES=4</c>): the database says what the program says.</summary>
public sealed class ReadyModelTests(PostgreSqlServer postgres)
{
    public static TheoryData<string> Names => [.. ReadyModel.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public Task SQLite_scores_as_the_program_does(string name) => ReadyModel.All[name].MustAgree(null);

    [Theory, MemberData(nameof(Names))]
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

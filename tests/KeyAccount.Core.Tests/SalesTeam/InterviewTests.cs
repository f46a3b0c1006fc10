using KeyAccount.Core.SalesTeam;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.SalesTeam;

public class InterviewTests
{
    [Fact]
    public void Cohen_1960_as_in_rooms_row_40()
    {
        var agreement = RaterAgreement.Of(8, 3, 2, 7);
        (agreement.Cases, agreement.Observed).Should().Be((20, 0.75));
        agreement.Expected.Should().BeApproximately(0.5, 1e-12);
        agreement.Kappa.Should().BeApproximately(0.5, 1e-12);
        RaterAgreement.Of([.. Enumerable.Repeat(("y", "y"), 8), .. Enumerable.Repeat(("y", "n"), 3), .. Enumerable.Repeat(("n", "y"), 2), .. Enumerable.Repeat(("n", "n"), 7)])
            .Kappa.Should().BeApproximately(0.5, 1e-12);
        RaterAgreement.Of(5, 0, 0, 0).Kappa.Should().BeNull("chance explains everything");
        RaterAgreement.Of(0, 5, 5, 0).Kappa.Should().BeApproximately(-1, 1e-12);
    }

    [Fact]
    public void Spearman_and_Brown_1910_as_in_rooms_row_40()
    {
        RatingReliability.Of(0.53, 3).Should().BeApproximately(0.7718, 5e-5);
        RatingReliability.Of(0.53, 1).Should().Be(0.53);
        RatingReliability.RatersFor(0.53, 0.7718).Should().Be(3);
        RatingReliability.RatersFor(0.53, 0.7719).Should().Be(4);
        new Action(() => RatingReliability.RatersFor(0.00001, 0.9)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*it must be higher*");
    }

    [Fact]
    public void Brogden_Cronbach_and_Gleser_as_in_rooms_row_40()
    {
        SelectionUtility.Of(5, 3, 0.42, 90_000, 1.27, 60_000).Should().Be(660_090);
        SelectionUtility.Of(5, 3, 0, 90_000, 1.27, 60_000).Should().Be(-60_000);
    }

    [Fact]
    public void Ten_questions_each_with_anchors_and_nothing_that_is_protected()
    {
        foreach (var position in new[] { SalesPosition.Representative, SalesPosition.Manager })
        {
            InterviewQuestion.For(position).Should().HaveCount(10);
            foreach (var language in Language.All)
            {
                foreach (var question in InterviewQuestion.For(position))
                {
                    string[] texts = [question.DisplayName(language), question.Description(language), .. new[] { 1, 3, 5 }.Select(rating => question.Anchor(rating).In(language))];
                    texts.Should().OnlyHaveUniqueItems();
                    texts.SelectMany(ProtectedTraits.Standard.Find).Should().BeEmpty();
                }

                InterviewGuide.Describe(position, language).Blocks.Should().HaveCount(11);
            }
        }

        new Action(() => InterviewQuestion.LastWeek.Anchor(2)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("rating is 2; anchors are for 1, 3 and 5*");
        new Action(() => InterviewQuestion.For(SalesPosition.HumanResources)).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("Are you married?", "Family")]
    [InlineData("您结婚了吗？准备生孩子吗？", "Family")]
    [InlineData("您打算什麼時候結婚？", "Family")]
    [InlineData("How old are you?", "Age")]
    [InlineData("您几岁？", "Age")]
    [InlineData("請問您的年齡？", "Age")]
    [InlineData("您是黨員嗎？", "Belief")]
    [InlineData("What is your nationality, and your husband's?", "Origin,Family")]
    [InlineData("Does a pregnancy matter?", "Family")]
    [InlineData("Any religious holidays?", "Belief")]
    [InlineData("Do you go to church?", "Belief")]
    [InlineData("请问您的籍贯是哪里？", "Origin")]
    [InlineData("Any chronic disease?", "Health")]
    [InlineData("How do you manage a midwife's account, and trace a package?", null)]
    public void A_question_about_what_is_protected_is_found(string question, string? trait) =>
        ProtectedTraits.Standard.Find(question).Select(found => found.Meaning.Name).Distinct().Should().Equal(trait?.Split(',') ?? []);

    [Fact]
    public void An_interview_is_judged_by_competence_and_a_lack_of_integrity_ends_it()
    {
        Interview With(int integrity, int rest) => new("17", SalesPosition.Representative,
        [
            .. InterviewQuestion.For(SalesPosition.Representative).SelectMany(question => new[]
            {
                new InterviewRating("A", question, question.Competence == Competence.Integrity ? integrity : rest, "solid"),
                new InterviewRating("B", question, rest),
            }),
        ]);
        var good = Interviews.Judge(With(5, 5));
        (good.Decision.Band, good.Decision.Score).Should().Be((InterviewDecision.Yes, 100));
        good.Disagreements.Should().BeEmpty();
        var bad = Interviews.Judge(With(1, 5));
        bad.Decision.Band.Should().Be(InterviewDecision.No);
        bad.Disagreements.Should().ContainSingle().Which.Question.Should().Be(InterviewQuestion.ImproperDemand);
        Interviews.Judge(With(2, 5)).Decision.Band.Should().NotBe(InterviewDecision.No);
        bad.ToString().Should().NotContain("17");
        bad.Describe("zh-Hans").Blocks.Should().NotBeEmpty();
        Interviews.Judge(new("1", SalesPosition.Manager, [new("A", InterviewQuestion.PerformanceTalk, 5, "she is married")])).TraitsInNotes.Should().Equal(ProtectedTrait.Family);
    }

    [Fact]
    public void A_rating_that_does_not_belong_is_named()
    {
        new Action(() => _ = new Interview("1", SalesPosition.Representative, [new("A", InterviewQuestion.TeamTarget, 3)])).Should().Throw<ArgumentException>()
            .WithMessage("ratings[0].Question is TeamTarget, a question for Manager*LargestDeal*");
        new Action(() => _ = new Interview("1", SalesPosition.Manager, [new("A", InterviewQuestion.TeamTarget, 3), new("A", InterviewQuestion.TeamTarget, 4)])).Should().Throw<ArgumentException>()
            .WithMessage("ratings[1] is a second rating of TeamTarget by 'A'*");
    }

    [Fact]
    public void Skills_are_held_against_the_standard_and_gaps_get_training()
    {
        var gaps = Skills.GapsOf(SalesPosition.Representative, [new(Competence.Integrity, SkillLevel.Novice), new(Competence.NeedsDiscovery, SkillLevel.Independent), new(Competence.Bidding, SkillLevel.Expert)]);
        gaps[0].Should().BeEquivalentTo(new { Competence = Competence.Integrity, Levels = 3, Measure = TrainingMeasure.Mentoring });
        gaps[1].Should().BeEquivalentTo(new { Competence = Competence.NeedsDiscovery, Levels = 1, Measure = TrainingMeasure.JointVisit });
        gaps.Single(gap => gap.Competence == Competence.Bidding).Measure.Should().BeNull();
        gaps.Should().HaveCount(10);
        Skills.ShareOf(gaps).Should().BeApproximately((1 + 3 + 3) / (4.0 + 4 + 3), 1e-12);
        Skills.ShareOf([]).Should().BeNull();
    }

    [Theory]
    [InlineData("Do you have kids?", true)]
    [InlineData("您有小孩吗？", true)]
    [InlineData("你有对象吗？", true)]
    [InlineData("你多大了？", true)]
    [InlineData("您今年多少歲？", true)]
    [InlineData("Are you single?", true)]
    [InlineData("你信佛吗？", true)]
    [InlineData("won the race for the order", false)]
    [InlineData("knows the political situation at head office", false)]
    [InlineData("sells to children's hospitals", false)]
    [InlineData("disabled the alarm", false)]
    [InlineData("民族品牌的客户", false)]
    [InlineData("体重秤厂家", false)]
    public void A_question_about_the_person_is_found_and_a_note_about_the_work_is_not(string text, bool isFound) =>
        (ProtectedTraits.Standard.Find(text).Count > 0).Should().Be(isFound);
}

using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>An interviewer's rating of the answer to a question.</summary>
/// <param name="Interviewer">The interviewer; not blank.</param>
/// <param name="Question">The question.</param>
/// <param name="Rating">The rating by the anchors: 1, 2, 3, 4 or 5.</param>
/// <param name="Note">A note on the answer; null for none. Notes stay out of every report.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record InterviewRating(
    string Interviewer, InterviewQuestion Question, int Rating, [property: Privacy(Privacy.PersonalNote)] string? Note = null)
{
    /// <inheritdoc cref="InterviewRating" path="/param[@name='Interviewer']"/>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.PersonName)]
    public string Interviewer { get; init => field = Guard.NotBlank(value); } = Guard.NotBlank(Interviewer, nameof(Interviewer));

    /// <inheritdoc cref="InterviewRating" path="/param[@name='Question']"/>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public InterviewQuestion Question { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Question, nameof(Question));

    /// <inheritdoc cref="InterviewRating" path="/param[@name='Rating']"/>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 … 5.</exception>
    [FactRange(1, 5, FactUnit.Number)]
    public int Rating { get; init => field = FactRange<InterviewRating>.Checked(value); } =
        FactRange<InterviewRating>.Checked(Rating, nameof(Rating));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Interviewer, question and rating by name.</returns>
    public override string ToString() =>
        Invariant($"InterviewRating {{ Interviewer = {Interviewer}, Question = {Question}, Rating = {Rating} }}");
}

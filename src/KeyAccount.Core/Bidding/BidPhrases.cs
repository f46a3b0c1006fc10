namespace KeyAccount.Core.Bidding;

/// <summary>Phrases in notes and plans that speak of conduct the law forbids.</summary>
/// <remarks>LibraryDefault. A list of phrases finds what is said openly, not what is meant. To find nothing proves nothing.</remarks>
public static class BidPhrases
{
    /// <summary>The phrases, each with the stop that it means. Case is ignored.</summary>
    public static IReadOnlyList<(string Phrase, BidStop Stop)> All { get; } =
    [
        ("联系评委", BidStop.EvaluatorContact), ("接触评委", BidStop.EvaluatorContact), ("评委打招呼", BidStop.EvaluatorContact),
        ("拜访评委", BidStop.EvaluatorContact), ("约评委", BidStop.EvaluatorContact), ("搞定评委", BidStop.EvaluatorContact),
        ("评委关系", BidStop.EvaluatorContact), ("评标专家关系", BidStop.EvaluatorContact), ("联系评标专家", BidStop.EvaluatorContact),
        ("接触评标专家", BidStop.EvaluatorContact), ("拜访评标专家", BidStop.EvaluatorContact), ("评标专家打招呼", BidStop.EvaluatorContact),
        ("宴请评", BidStop.EvaluatorContact), ("评委吃饭", BidStop.EvaluatorContact), ("评标专家吃饭", BidStop.EvaluatorContact),
        ("评委送礼", BidStop.EvaluatorContact), ("评标专家送礼", BidStop.EvaluatorContact), ("私下接触", BidStop.EvaluatorContact),
        ("影响评委", BidStop.EvaluatorContact), ("影响评标", BidStop.EvaluatorContact),
        ("專家打招呼", BidStop.EvaluatorContact), ("聯繫評委", BidStop.EvaluatorContact),
        ("接觸評委", BidStop.EvaluatorContact), ("拜訪評委", BidStop.EvaluatorContact),
        ("contact the evaluator", BidStop.EvaluatorContact), ("contact evaluators", BidStop.EvaluatorContact),
        ("meet the evaluator", BidStop.EvaluatorContact), ("call the evaluator", BidStop.EvaluatorContact),
        ("dinner with the evaluat", BidStop.EvaluatorContact), ("approach the evaluat", BidStop.EvaluatorContact),
        ("evaluation committee member privately", BidStop.EvaluatorContact),
        ("member of the evaluation committee", BidStop.EvaluatorContact), ("gift for the evaluat", BidStop.EvaluatorContact),
        ("gifts for the evaluat", BidStop.EvaluatorContact), ("gift to the evaluat", BidStop.EvaluatorContact),
        ("influence the evaluat", BidStop.EvaluatorContact), ("met the evaluator", BidStop.EvaluatorContact),
        ("串标", BidStop.AgreedPrices), ("围标", BidStop.AgreedPrices), ("陪标", BidStop.AgreedPrices), ("串通报价", BidStop.AgreedPrices),
        ("统一报价", BidStop.AgreedPrices), ("约定报价", BidStop.AgreedPrices), ("商量报价", BidStop.AgreedPrices), ("轮流中标", BidStop.AgreedPrices),
        ("串標", BidStop.AgreedPrices), ("圍標", BidStop.AgreedPrices), ("陪標", BidStop.AgreedPrices), ("統一報價", BidStop.AgreedPrices),
        ("agree the price with", BidStop.AgreedPrices), ("agree prices with", BidStop.AgreedPrices),
        ("agreed the price", BidStop.AgreedPrices), ("agreed prices", BidStop.AgreedPrices), ("agreed on price", BidStop.AgreedPrices),
        ("agree on price", BidStop.AgreedPrices), ("agreed on the price", BidStop.AgreedPrices), ("price fixing", BidStop.AgreedPrices),
        ("price-fixing", BidStop.AgreedPrices), ("collusi", BidStop.AgreedPrices), ("collude", BidStop.AgreedPrices),
        ("cover bid", BidStop.AgreedPrices),
        ("cover price", BidStop.AgreedPrices), ("bid rigging", BidStop.AgreedPrices), ("take turns to win", BidStop.AgreedPrices),
        ("coordinate our price", BidStop.AgreedPrices), ("coordinate prices", BidStop.AgreedPrices),
        ("量身定做", BidStop.WrittenForOne), ("量身定制", BidStop.WrittenForOne), ("只有我们能满足", BidStop.WrittenForOne),
        ("排斥对手", BidStop.WrittenForOne), ("控标", BidStop.WrittenForOne), ("量身訂做", BidStop.WrittenForOne), ("控標", BidStop.WrittenForOne),
        ("only we can meet", BidStop.WrittenForOne), ("spec was written for us", BidStop.WrittenForOne),
        ("specification was written for us", BidStop.WrittenForOne), ("written around our", BidStop.WrittenForOne),
        ("lock out the rival", BidStop.WrittenForOne),
        ("tailor the specification", BidStop.WrittenForOne), ("tailor-made specification", BidStop.WrittenForOne),
        ("wire the spec", BidStop.WrittenForOne),
    ];

    /// <summary>Finds the phrases in a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Every occurrence of every phrase, in the order of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static IReadOnlyList<FoundPhrase> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<FoundPhrase>();
        foreach (var (phrase, stop) in All)
        {
            for (var at = 0; (at = text.IndexOf(phrase, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += phrase.Length)
                found.Add(new(phrase, at, stop));
        }

        // No phrase begins with another one, so that no two stand at the same place.
        return [.. found.OrderBy(each => each.At)];
    }
}

SELECT [id], ka_r0 AS score,
    CASE WHEN ka_place = 0 THEN 'C' WHEN ka_place = 1 THEN 'B' WHEN ka_place = 2 THEN 'A' END AS band
FROM (
SELECT [id], ka_r0,
    CASE WHEN (ka_r0 >= 70E0) THEN CASE WHEN (ka_h < 2) THEN ka_h ELSE 2 END WHEN (ka_r0 >= 45E0) THEN CASE WHEN (ka_h < 1) THEN ka_h ELSE 1 END WHEN (ka_r0 >= 0E0) THEN 0 ELSE -1 END AS ka_place
FROM (
SELECT [id], CASE WHEN (ka_s1 >= 0.5999995E0) THEN (FLOOR((((ka_s0 / ka_s1) * 1000000E0) + 0.5E0)) / 1000000E0) END AS ka_r0,
    ka_h
FROM (
SELECT [id], ((((((((COALESCE((0.25E0 * ka_p0), 0E0) + COALESCE((0.15E0 * ka_p1), 0E0)) + COALESCE((0.1E0 * ka_p2), 0E0)) + COALESCE((0.135E0 * ka_p3), 0E0)) + COALESCE((0.03E0 * ka_p4), 0E0)) + COALESCE((0.135E0 * ka_p5), 0E0)) + COALESCE((0.08E0 * ka_p6), 0E0)) + COALESCE((0.06E0 * ka_p7), 0E0)) + COALESCE((0.06E0 * ka_p8), 0E0)) AS ka_s0,
    ((((((((CASE WHEN (ka_p0 IS NULL) THEN 0E0 ELSE 0.25E0 END + CASE WHEN (ka_p1 IS NULL) THEN 0E0 ELSE 0.15E0 END) + CASE WHEN (ka_p2 IS NULL) THEN 0E0 ELSE 0.1E0 END) + CASE WHEN (ka_p3 IS NULL) THEN 0E0 ELSE 0.135E0 END) + CASE WHEN (ka_p4 IS NULL) THEN 0E0 ELSE 0.03E0 END) + CASE WHEN (ka_p5 IS NULL) THEN 0E0 ELSE 0.135E0 END) + CASE WHEN (ka_p6 IS NULL) THEN 0E0 ELSE 0.08E0 END) + CASE WHEN (ka_p7 IS NULL) THEN 0E0 ELSE 0.06E0 END) + CASE WHEN (ka_p8 IS NULL) THEN 0E0 ELSE 0.06E0 END) AS ka_s1,
    ka_h
FROM (
SELECT [id], CASE WHEN ((ka_m0 >= (-1.7976931348623157E+308)) AND (ka_m0 <= 1.7976931348623157E+308)) THEN CASE WHEN (ka_m0 >= 1000000E0) THEN CASE WHEN (ka_m0 >= 5000000E0) THEN CASE WHEN (ka_m0 >= 10000000E0) THEN 100E0 ELSE (90E0 + ((ka_m0 - 5000000E0) * 2E-06)) END ELSE (60E0 + ((ka_m0 - 1000000E0) * 7.5E-06)) END WHEN (ka_m0 >= 0E0) THEN CASE WHEN (ka_m0 >= 500000E0) THEN (35E0 + ((ka_m0 - 500000E0) * 5E-05)) ELSE (ka_m0 * 7E-05) END ELSE 0E0 END END AS ka_p0,
    CASE WHEN ((ka_m1 >= (-1000E0)) AND (ka_m1 <= 100E0)) THEN CASE WHEN (ka_m1 >= 10E0) THEN CASE WHEN (ka_m1 >= 25E0) THEN CASE WHEN (ka_m1 >= 40E0) THEN 100E0 ELSE (70E0 + ((ka_m1 - 25E0) * 2E0)) END ELSE (30E0 + ((ka_m1 - 10E0) * 2.6666666666666665E0)) END WHEN (ka_m1 >= 0E0) THEN (ka_m1 * 3E0) ELSE 0E0 END END AS ka_p1,
    CASE WHEN ((ka_m2 >= 0E0) AND (ka_m2 <= 1.7976931348623157E+308)) THEN CASE WHEN (ka_m2 >= 60E0) THEN CASE WHEN (ka_m2 >= 90E0) THEN CASE WHEN (ka_m2 >= 150E0) THEN 0E0 ELSE (30E0 + ((ka_m2 - 90E0) * (-0.5E0))) END ELSE (60E0 + ((ka_m2 - 60E0) * (-1E0))) END WHEN (ka_m2 >= 0E0) THEN CASE WHEN (ka_m2 >= 30E0) THEN (85E0 + ((ka_m2 - 30E0) * (-0.8333333333333334E0))) ELSE (100E0 + (ka_m2 * (-0.5E0))) END ELSE 100E0 END END AS ka_p2,
    CASE WHEN ((ka_m3 >= (-100E0)) AND (ka_m3 <= 1.7976931348623157E+308)) THEN CASE WHEN (ka_m3 >= 0E0) THEN CASE WHEN (ka_m3 >= 5E0) THEN CASE WHEN (ka_m3 >= 15E0) THEN 100E0 ELSE (60E0 + ((ka_m3 - 5E0) * 4E0)) END ELSE (30E0 + (ka_m3 * 6E0)) END WHEN (ka_m3 >= (-5E0)) THEN ((ka_m3 - (-5E0)) * 6E0) ELSE 0E0 END END AS ka_p3,
    CASE WHEN ((ka_m4 >= (-1.7976931348623157E+308)) AND (ka_m4 <= 1.7976931348623157E+308)) THEN CASE WHEN (ka_m4 >= 5000000E0) THEN CASE WHEN (ka_m4 >= 10000000E0) THEN 100E0 ELSE (80E0 + ((ka_m4 - 5000000E0) * 4E-06)) END WHEN (ka_m4 >= 0E0) THEN (ka_m4 * 1.6E-05) ELSE 0E0 END END AS ka_p4,
    CASE WHEN ((ka_m5 >= (-100E0)) AND (ka_m5 <= 1.7976931348623157E+308)) THEN CASE WHEN (ka_m5 >= 0E0) THEN CASE WHEN (ka_m5 >= 20E0) THEN 100E0 ELSE (50E0 + (ka_m5 * 2.5E0)) END WHEN (ka_m5 >= (-20E0)) THEN ((ka_m5 - (-20E0)) * 2.5E0) ELSE 0E0 END END AS ka_p5,
    CASE WHEN (ka_m6 = 'None') THEN 0E0 WHEN (ka_m6 = 'Low') THEN 30E0 WHEN (ka_m6 = 'Medium') THEN 65E0 WHEN (ka_m6 = 'High') THEN 100E0 END AS ka_p6,
    CASE WHEN (ka_m7 = 'None') THEN 0E0 WHEN (ka_m7 = 'Low') THEN 30E0 WHEN (ka_m7 = 'Medium') THEN 65E0 WHEN (ka_m7 = 'High') THEN 100E0 END AS ka_p7,
    CASE WHEN (ka_m8 = 'None') THEN 0E0 WHEN (ka_m8 = 'Low') THEN 30E0 WHEN (ka_m8 = 'Medium') THEN 65E0 WHEN (ka_m8 = 'High') THEN 100E0 END AS ka_p8,
    ka_h
FROM (
SELECT [id], ka_f0 AS ka_m0,
    (100E0 * ka_f1) AS ka_m1,
    ka_f2 AS ka_m2,
    (100E0 * ka_f3) AS ka_m3,
    CASE WHEN (ka_g1 > 10000000E0) THEN CASE WHEN (ka_f0 > 10000000E0) THEN 0E0 ELSE (10000000E0 - ka_f0) END ELSE (ka_g1 - ka_f0) END AS ka_m4,
    (100E0 * ka_f5) AS ka_m5,
    ka_f6 AS ka_m6,
    ka_f7 AS ka_m7,
    ka_f8 AS ka_m8,
    CASE WHEN ((ka_g0 > 90E0) AND ((ka_g0 <= 1.7976931348623157E+308) OR ((-ka_g0) < ka_g0))) THEN 0 WHEN (ka_f10 < 0E0) THEN 1 ELSE 2 END AS ka_h
FROM (
SELECT [id], ka_f0,
    ka_f1,
    ka_f2,
    ka_f3,
    ka_f4,
    ka_f5,
    ka_f6,
    ka_f7,
    ka_f8,
    ka_f9,
    ka_f10,
    CASE WHEN (((ka_f9 >= 0E0) AND ((ka_f9 <= 1.7976931348623157E+308) OR ((-ka_f9) < ka_f9))) AND (ka_f9 <= 1.7976931348623157E+308)) THEN ka_f9 END AS ka_g0,
    CASE WHEN ((ka_f4 >= 0E0) AND ((ka_f0 IS NULL) OR (ka_f4 >= ka_f0))) THEN ka_f4 END AS ka_g1
FROM (
SELECT [id], CAST([AnnualPurchases] AS float) AS ka_f0,
    CAST([GrossMarginRate] AS float) AS ka_f1,
    CAST([CreditDays] AS float) AS ka_f2,
    CAST([MarketGrowthRate] AS float) AS ka_f3,
    CAST([CategorySpend] AS float) AS ka_f4,
    CAST([BudgetTrend] AS float) AS ka_f5,
    [IndustryInfluence] COLLATE Latin1_General_BIN2 AS ka_f6,
    [TechnicalSynergy] COLLATE Latin1_General_BIN2 AS ka_f7,
    [LongTermCommitment] COLLATE Latin1_General_BIN2 AS ka_f8,
    CAST([DebtOverdueDays] AS float) AS ka_f9,
    CAST([NetProfit] AS float) AS ka_f10
FROM [crm].[accounts]
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer1
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer2
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer3
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer4
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer5
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer6
) AS ka_layer7;

SELECT [id], ka_r0 AS score,
    CASE WHEN ka_place = 0 THEN @p58 WHEN ka_place = 1 THEN @p59 WHEN ka_place = 2 THEN @p60 END AS band
FROM (
SELECT [id], ka_r0,
    CASE WHEN (ka_r0 >= @p20) THEN CASE WHEN (ka_h < 2) THEN ka_h ELSE 2 END WHEN (ka_r0 >= @p57) THEN CASE WHEN (ka_h < 1) THEN ka_h ELSE 1 END WHEN (ka_r0 >= @p1) THEN 0 ELSE -1 END AS ka_place
FROM (
SELECT [id], CASE WHEN (ka_s1 >= @p55) THEN (FLOOR((((ka_s0 / ka_s1) * @p7) + @p56)) / @p7) END AS ka_r0,
    ka_h
FROM (
SELECT [id], ((((((((COALESCE((@p48 * ka_p0), @p1) + COALESCE((@p49 * ka_p1), @p1)) + COALESCE((@p50 * ka_p2), @p1)) + COALESCE((@p51 * ka_p3), @p1)) + COALESCE((@p52 * ka_p4), @p1)) + COALESCE((@p51 * ka_p5), @p1)) + COALESCE((@p53 * ka_p6), @p1)) + COALESCE((@p54 * ka_p7), @p1)) + COALESCE((@p54 * ka_p8), @p1)) AS ka_s0,
    ((((((((CASE WHEN (ka_p0 IS NULL) THEN @p1 ELSE @p48 END + CASE WHEN (ka_p1 IS NULL) THEN @p1 ELSE @p49 END) + CASE WHEN (ka_p2 IS NULL) THEN @p1 ELSE @p50 END) + CASE WHEN (ka_p3 IS NULL) THEN @p1 ELSE @p51 END) + CASE WHEN (ka_p4 IS NULL) THEN @p1 ELSE @p52 END) + CASE WHEN (ka_p5 IS NULL) THEN @p1 ELSE @p51 END) + CASE WHEN (ka_p6 IS NULL) THEN @p1 ELSE @p53 END) + CASE WHEN (ka_p7 IS NULL) THEN @p1 ELSE @p54 END) + CASE WHEN (ka_p8 IS NULL) THEN @p1 ELSE @p54 END) AS ka_s1,
    ka_h
FROM (
SELECT [id], CASE WHEN ((ka_m0 >= @p6) AND (ka_m0 <= @p2)) THEN CASE WHEN (ka_m0 >= @p7) THEN CASE WHEN (ka_m0 >= @p8) THEN CASE WHEN (ka_m0 >= @p5) THEN @p4 ELSE (@p3 + ((ka_m0 - @p8) * @p9)) END ELSE (@p10 + ((ka_m0 - @p7) * @p11)) END WHEN (ka_m0 >= @p1) THEN CASE WHEN (ka_m0 >= @p12) THEN (@p13 + ((ka_m0 - @p12) * @p14)) ELSE (ka_m0 * @p15) END ELSE @p1 END END AS ka_p0,
    CASE WHEN ((ka_m1 >= @p16) AND (ka_m1 <= @p4)) THEN CASE WHEN (ka_m1 >= @p17) THEN CASE WHEN (ka_m1 >= @p18) THEN CASE WHEN (ka_m1 >= @p19) THEN @p4 ELSE (@p20 + ((ka_m1 - @p18) * @p21)) END ELSE (@p22 + ((ka_m1 - @p17) * @p23)) END WHEN (ka_m1 >= @p1) THEN (ka_m1 * @p24) ELSE @p1 END END AS ka_p1,
    CASE WHEN ((ka_m2 >= @p1) AND (ka_m2 <= @p2)) THEN CASE WHEN (ka_m2 >= @p10) THEN CASE WHEN (ka_m2 >= @p3) THEN CASE WHEN (ka_m2 >= @p25) THEN @p1 ELSE (@p22 + ((ka_m2 - @p3) * @p26)) END ELSE (@p10 + ((ka_m2 - @p10) * @p27)) END WHEN (ka_m2 >= @p1) THEN CASE WHEN (ka_m2 >= @p22) THEN (@p28 + ((ka_m2 - @p22) * @p29)) ELSE (@p4 + (ka_m2 * @p26)) END ELSE @p4 END END AS ka_p2,
    CASE WHEN ((ka_m3 >= @p30) AND (ka_m3 <= @p2)) THEN CASE WHEN (ka_m3 >= @p1) THEN CASE WHEN (ka_m3 >= @p31) THEN CASE WHEN (ka_m3 >= @p32) THEN @p4 ELSE (@p10 + ((ka_m3 - @p31) * @p33)) END ELSE (@p22 + (ka_m3 * @p34)) END WHEN (ka_m3 >= @p35) THEN ((ka_m3 - @p35) * @p34) ELSE @p1 END END AS ka_p3,
    CASE WHEN ((ka_m4 >= @p6) AND (ka_m4 <= @p2)) THEN CASE WHEN (ka_m4 >= @p8) THEN CASE WHEN (ka_m4 >= @p5) THEN @p4 ELSE (@p36 + ((ka_m4 - @p8) * @p37)) END WHEN (ka_m4 >= @p1) THEN (ka_m4 * @p38) ELSE @p1 END END AS ka_p4,
    CASE WHEN ((ka_m5 >= @p30) AND (ka_m5 <= @p2)) THEN CASE WHEN (ka_m5 >= @p1) THEN CASE WHEN (ka_m5 >= @p39) THEN @p4 ELSE (@p40 + (ka_m5 * @p41)) END WHEN (ka_m5 >= @p42) THEN ((ka_m5 - @p42) * @p41) ELSE @p1 END END AS ka_p5,
    CASE WHEN (ka_m6 = @p43) THEN @p1 WHEN (ka_m6 = @p44) THEN @p22 WHEN (ka_m6 = @p45) THEN @p46 WHEN (ka_m6 = @p47) THEN @p4 END AS ka_p6,
    CASE WHEN (ka_m7 = @p43) THEN @p1 WHEN (ka_m7 = @p44) THEN @p22 WHEN (ka_m7 = @p45) THEN @p46 WHEN (ka_m7 = @p47) THEN @p4 END AS ka_p7,
    CASE WHEN (ka_m8 = @p43) THEN @p1 WHEN (ka_m8 = @p44) THEN @p22 WHEN (ka_m8 = @p45) THEN @p46 WHEN (ka_m8 = @p47) THEN @p4 END AS ka_p8,
    ka_h
FROM (
SELECT [id], ka_f0 AS ka_m0,
    (@p4 * ka_f1) AS ka_m1,
    ka_f2 AS ka_m2,
    (@p4 * ka_f3) AS ka_m3,
    CASE WHEN (ka_g1 > @p5) THEN CASE WHEN (ka_f0 > @p5) THEN @p1 ELSE (@p5 - ka_f0) END ELSE (ka_g1 - ka_f0) END AS ka_m4,
    (@p4 * ka_f5) AS ka_m5,
    ka_f6 AS ka_m6,
    ka_f7 AS ka_m7,
    ka_f8 AS ka_m8,
    CASE WHEN ((ka_g0 > @p3) AND ((ka_g0 <= @p2) OR ((-ka_g0) < ka_g0))) THEN 0 WHEN (ka_f10 < @p1) THEN 1 ELSE 2 END AS ka_h
FROM (
SELECT [id], ka_f0,
    ka_f1,
    ka_f2,
    ka_f3,
    ka_f4,
    ka_f5,
    ka_f6,
    ka_f7,
    ka_f8,
    ka_f9,
    ka_f10,
    CASE WHEN (((ka_f9 >= @p1) AND ((ka_f9 <= @p2) OR ((-ka_f9) < ka_f9))) AND (ka_f9 <= @p2)) THEN ka_f9 END AS ka_g0,
    CASE WHEN ((ka_f4 >= @p1) AND ((ka_f0 IS NULL) OR (ka_f4 >= ka_f0))) THEN ka_f4 END AS ka_g1
FROM (
SELECT [id], CAST([AnnualPurchases] AS float) AS ka_f0,
    CAST([GrossMarginRate] AS float) AS ka_f1,
    CAST([CreditDays] AS float) AS ka_f2,
    CAST([MarketGrowthRate] AS float) AS ka_f3,
    CAST([CategorySpend] AS float) AS ka_f4,
    CAST([BudgetTrend] AS float) AS ka_f5,
    [IndustryInfluence] COLLATE Latin1_General_BIN2 AS ka_f6,
    [TechnicalSynergy] COLLATE Latin1_General_BIN2 AS ka_f7,
    [LongTermCommitment] COLLATE Latin1_General_BIN2 AS ka_f8,
    CAST([DebtOverdueDays] AS float) AS ka_f9,
    CAST([NetProfit] AS float) AS ka_f10
FROM [crm].[accounts]
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer1
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer2
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer3
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer4
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer5
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer6
) AS ka_layer7;

SELECT CASE WHEN ka_place = 0 THEN 'C' WHEN ka_place = 1 THEN 'B' WHEN ka_place = 2 THEN 'A' END AS band, ka_accounts AS accounts
FROM (
SELECT ka_place, COUNT(*) AS ka_accounts
FROM (
SELECT ka_r0,
    CASE WHEN (ka_r0 >= 70E0) THEN CASE WHEN (ka_h < 2) THEN ka_h ELSE 2 END WHEN (ka_r0 >= 45E0) THEN CASE WHEN (ka_h < 1) THEN ka_h ELSE 1 END WHEN (ka_r0 >= 0E0) THEN 0 ELSE -1 END AS ka_place
FROM (
SELECT CASE WHEN (ka_s1 >= 0.5999995E0) THEN (FLOOR((((ka_s0 / ka_s1) * 1000000E0) + 0.5E0)) / 1000000E0) END AS ka_r0,
    ka_h
FROM (
SELECT ((((((((COALESCE((0.25E0 * ka_p0), 0E0) + COALESCE((0.15E0 * ka_p1), 0E0)) + COALESCE((0.1E0 * ka_p2), 0E0)) + COALESCE((0.135E0 * ka_p3), 0E0)) + COALESCE((0.03E0 * ka_p4), 0E0)) + COALESCE((0.135E0 * ka_p5), 0E0)) + COALESCE((0.08E0 * ka_p6), 0E0)) + COALESCE((0.06E0 * ka_p7), 0E0)) + COALESCE((0.06E0 * ka_p8), 0E0)) AS ka_s0,
    ((((((((CASE WHEN (ka_p0 IS NULL) THEN 0E0 ELSE 0.25E0 END + CASE WHEN (ka_p1 IS NULL) THEN 0E0 ELSE 0.15E0 END) + CASE WHEN (ka_p2 IS NULL) THEN 0E0 ELSE 0.1E0 END) + CASE WHEN (ka_p3 IS NULL) THEN 0E0 ELSE 0.135E0 END) + CASE WHEN (ka_p4 IS NULL) THEN 0E0 ELSE 0.03E0 END) + CASE WHEN (ka_p5 IS NULL) THEN 0E0 ELSE 0.135E0 END) + CASE WHEN (ka_p6 IS NULL) THEN 0E0 ELSE 0.08E0 END) + CASE WHEN (ka_p7 IS NULL) THEN 0E0 ELSE 0.06E0 END) + CASE WHEN (ka_p8 IS NULL) THEN 0E0 ELSE 0.06E0 END) AS ka_s1,
    ka_h
FROM (
SELECT CASE WHEN ((ka_m0 >= (-1.7976931348623157E+308)) AND (ka_m0 <= 1.7976931348623157E+308)) THEN CASE WHEN (ka_m0 >= 1000000E0) THEN CASE WHEN (ka_m0 >= 5000000E0) THEN CASE WHEN (ka_m0 >= 10000000E0) THEN 100E0 ELSE (90E0 + ((ka_m0 - 5000000E0) * 2E-06)) END ELSE (60E0 + ((ka_m0 - 1000000E0) * 7.5E-06)) END WHEN (ka_m0 >= 0E0) THEN CASE WHEN (ka_m0 >= 500000E0) THEN (35E0 + ((ka_m0 - 500000E0) * 5E-05)) ELSE (ka_m0 * 7E-05) END ELSE 0E0 END END AS ka_p0,
    CASE WHEN ((ka_m1 >= (-1000E0)) AND (ka_m1 <= 100E0)) THEN CASE WHEN (ka_m1 >= 10E0) THEN CASE WHEN (ka_m1 >= 25E0) THEN CASE WHEN (ka_m1 >= 40E0) THEN 100E0 ELSE (70E0 + ((ka_m1 - 25E0) * 2E0)) END ELSE (30E0 + ((ka_m1 - 10E0) * 2.6666666666666665E0)) END WHEN (ka_m1 >= 0E0) THEN (ka_m1 * 3E0) ELSE 0E0 END END AS ka_p1,
    CASE WHEN ((ka_m2 >= 0E0) AND (ka_m2 <= 1.7976931348623157E+308)) THEN CASE WHEN (ka_m2 >= 60E0) THEN CASE WHEN (ka_m2 >= 90E0) THEN CASE WHEN (ka_m2 >= 150E0) THEN 0E0 ELSE (30E0 + ((ka_m2 - 90E0) * (-0.5E0))) END ELSE (60E0 + ((ka_m2 - 60E0) * (-1E0))) END WHEN (ka_m2 >= 0E0) THEN CASE WHEN (ka_m2 >= 30E0) THEN (85E0 + ((ka_m2 - 30E0) * (-0.8333333333333334E0))) ELSE (100E0 + (ka_m2 * (-0.5E0))) END ELSE 100E0 END END AS ka_p2,
    CASE WHEN ((ka_m3 >= (-100E0)) AND (ka_m3 <= 1.7976931348623157E+308)) THEN CASE WHEN (ka_m3 >= 0E0) THEN CASE WHEN (ka_m3 >= 5E0) THEN CASE WHEN (ka_m3 >= 15E0) THEN 100E0 ELSE (60E0 + ((ka_m3 - 5E0) * 4E0)) END ELSE (30E0 + (ka_m3 * 6E0)) END WHEN (ka_m3 >= (-5E0)) THEN ((ka_m3 - (-5E0)) * 6E0) ELSE 0E0 END END AS ka_p3,
    CASE WHEN ((ka_m4 >= (-1.7976931348623157E+308)) AND (ka_m4 <= 1.7976931348623157E+308)) THEN CASE WHEN (ka_m4 >= 5000000E0) THEN CASE WHEN (ka_m4 >= 10000000E0) THEN 100E0 ELSE (80E0 + ((ka_m4 - 5000000E0) * 4E-06)) END WHEN (ka_m4 >= 0E0) THEN (ka_m4 * 1.6E-05) ELSE 0E0 END END AS ka_p4,
    CASE WHEN ((ka_m5 >= (-100E0)) AND (ka_m5 <= 1.7976931348623157E+308)) THEN CASE WHEN (ka_m5 >= 0E0) THEN CASE WHEN (ka_m5 >= 20E0) THEN 100E0 ELSE (50E0 + (ka_m5 * 2.5E0)) END WHEN (ka_m5 >= (-20E0)) THEN ((ka_m5 - (-20E0)) * 2.5E0) ELSE 0E0 END END AS ka_p5,
    CASE WHEN (ka_m6 = 'None') THEN 0E0 WHEN (ka_m6 = 'Low') THEN 30E0 WHEN (ka_m6 = 'Medium') THEN 65E0 WHEN (ka_m6 = 'High') THEN 100E0 END AS ka_p6,
    CASE WHEN (ka_m7 = 'None') THEN 0E0 WHEN (ka_m7 = 'Low') THEN 30E0 WHEN (ka_m7 = 'Medium') THEN 65E0 WHEN (ka_m7 = 'High') THEN 100E0 END AS ka_p7,
    CASE WHEN (ka_m8 = 'None') THEN 0E0 WHEN (ka_m8 = 'Low') THEN 30E0 WHEN (ka_m8 = 'Medium') THEN 65E0 WHEN (ka_m8 = 'High') THEN 100E0 END AS ka_p8,
    ka_h
FROM (
SELECT ka_f0 AS ka_m0,
    (100E0 * ka_f1) AS ka_m1,
    ka_f2 AS ka_m2,
    (100E0 * ka_f3) AS ka_m3,
    CASE WHEN (ka_g1 > 10000000E0) THEN CASE WHEN (ka_f0 > 10000000E0) THEN 0E0 ELSE (10000000E0 - ka_f0) END ELSE (ka_g1 - ka_f0) END AS ka_m4,
    (100E0 * ka_f5) AS ka_m5,
    ka_f6 AS ka_m6,
    ka_f7 AS ka_m7,
    ka_f8 AS ka_m8,
    CASE WHEN ((ka_g0 > 90E0) AND ((ka_g0 <= 1.7976931348623157E+308) OR ((-ka_g0) < ka_g0))) THEN 0 WHEN (ka_f10 < 0E0) THEN 1 ELSE 2 END AS ka_h
FROM (
SELECT ka_f0,
    ka_f1,
    ka_f2,
    ka_f3,
    ka_f4,
    ka_f5,
    ka_f6,
    ka_f7,
    ka_f8,
    ka_f9,
    ka_f10,
    CASE WHEN (((ka_f9 >= 0E0) AND ((ka_f9 <= 1.7976931348623157E+308) OR ((-ka_f9) < ka_f9))) AND (ka_f9 <= 1.7976931348623157E+308)) THEN ka_f9 END AS ka_g0,
    CASE WHEN ((ka_f4 >= 0E0) AND ((ka_f0 IS NULL) OR (ka_f4 >= ka_f0))) THEN ka_f4 END AS ka_g1
FROM (
SELECT CAST([AnnualPurchases] AS float) AS ka_f0,
    CAST([GrossMarginRate] AS float) AS ka_f1,
    CAST([CreditDays] AS float) AS ka_f2,
    CAST([MarketGrowthRate] AS float) AS ka_f3,
    CAST([CategorySpend] AS float) AS ka_f4,
    CAST([BudgetTrend] AS float) AS ka_f5,
    [IndustryInfluence] COLLATE Latin1_General_BIN2 AS ka_f6,
    [TechnicalSynergy] COLLATE Latin1_General_BIN2 AS ka_f7,
    [LongTermCommitment] COLLATE Latin1_General_BIN2 AS ka_f8,
    CAST([DebtOverdueDays] AS float) AS ka_f9,
    CAST([NetProfit] AS float) AS ka_f10
FROM [crm].[accounts]
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer1
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer2
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer3
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer4
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer5
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer6
) AS ka_layer7
GROUP BY ka_place
) AS ka_counted;

SELECT COUNT(NULL) AS [annualPurchases],
    COUNT(CASE WHEN ((ka_f1 < (-10E0)) OR ((ka_f1 > 1E0) AND ((ka_f1 <= 1.7976931348623157E+308) OR ((-ka_f1) < ka_f1)))) THEN 1 END) AS [grossMarginRate],
    COUNT(CASE WHEN ((ka_f2 < 0E0) OR ((ka_f2 > 1.7976931348623157E+308) AND ((ka_f2 <= 1.7976931348623157E+308) OR ((-ka_f2) < ka_f2)))) THEN 1 END) AS [creditDays],
    COUNT(CASE WHEN ((ka_f3 < (-1E0)) OR ((ka_f3 > 1.7976931348623157E+308) AND ((ka_f3 <= 1.7976931348623157E+308) OR ((-ka_f3) < ka_f3)))) THEN 1 END) AS [marketGrowthRate],
    COUNT(CASE WHEN ((((ka_f4 < 0E0) OR (ka_f4 < ka_f0)) OR ((ka_f4 < 0E0) OR (ka_f4 < ka_f0))) OR ((ka_f4 < 0E0) OR (ka_f4 < ka_f0))) THEN 1 END) AS [crossSellRoom],
    COUNT(CASE WHEN ((ka_f5 < (-1E0)) OR ((ka_f5 > 1.7976931348623157E+308) AND ((ka_f5 <= 1.7976931348623157E+308) OR ((-ka_f5) < ka_f5)))) THEN 1 END) AS [budgetTrend],
    COUNT(NULL) AS [industryInfluence],
    COUNT(NULL) AS [technicalSynergy],
    COUNT(NULL) AS [longTermCommitment]
FROM (
SELECT CAST([AnnualPurchases] AS float) AS ka_f0,
    CAST([GrossMarginRate] AS float) AS ka_f1,
    CAST([CreditDays] AS float) AS ka_f2,
    CAST([MarketGrowthRate] AS float) AS ka_f3,
    CAST([CategorySpend] AS float) AS ka_f4,
    CAST([BudgetTrend] AS float) AS ka_f5,
    [IndustryInfluence] COLLATE Latin1_General_BIN2 AS ka_f6,
    [TechnicalSynergy] COLLATE Latin1_General_BIN2 AS ka_f7,
    [LongTermCommitment] COLLATE Latin1_General_BIN2 AS ka_f8,
    CAST([DebtOverdueDays] AS float) AS ka_f9,
    CAST([NetProfit] AS float) AS ka_f10
FROM [crm].[accounts]
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer1;

CREATE OR ALTER VIEW [crm].[scored accounts] AS
SELECT [id], ka_r0 AS score,
    CASE WHEN ka_place = 0 THEN 'C' WHEN ka_place = 1 THEN 'B' WHEN ka_place = 2 THEN 'A' END AS band
FROM (
SELECT [id], ka_r0,
    CASE WHEN (ka_r0 >= 70E0) THEN CASE WHEN (ka_h < 2) THEN ka_h ELSE 2 END WHEN (ka_r0 >= 45E0) THEN CASE WHEN (ka_h < 1) THEN ka_h ELSE 1 END WHEN (ka_r0 >= 0E0) THEN 0 ELSE -1 END AS ka_place
FROM (
SELECT [id], CASE WHEN (ka_s1 >= 0.5999995E0) THEN (FLOOR((((ka_s0 / ka_s1) * 1000000E0) + 0.5E0)) / 1000000E0) END AS ka_r0,
    ka_h
FROM (
SELECT [id], ((((((((COALESCE((0.25E0 * ka_p0), 0E0) + COALESCE((0.15E0 * ka_p1), 0E0)) + COALESCE((0.1E0 * ka_p2), 0E0)) + COALESCE((0.135E0 * ka_p3), 0E0)) + COALESCE((0.03E0 * ka_p4), 0E0)) + COALESCE((0.135E0 * ka_p5), 0E0)) + COALESCE((0.08E0 * ka_p6), 0E0)) + COALESCE((0.06E0 * ka_p7), 0E0)) + COALESCE((0.06E0 * ka_p8), 0E0)) AS ka_s0,
    ((((((((CASE WHEN (ka_p0 IS NULL) THEN 0E0 ELSE 0.25E0 END + CASE WHEN (ka_p1 IS NULL) THEN 0E0 ELSE 0.15E0 END) + CASE WHEN (ka_p2 IS NULL) THEN 0E0 ELSE 0.1E0 END) + CASE WHEN (ka_p3 IS NULL) THEN 0E0 ELSE 0.135E0 END) + CASE WHEN (ka_p4 IS NULL) THEN 0E0 ELSE 0.03E0 END) + CASE WHEN (ka_p5 IS NULL) THEN 0E0 ELSE 0.135E0 END) + CASE WHEN (ka_p6 IS NULL) THEN 0E0 ELSE 0.08E0 END) + CASE WHEN (ka_p7 IS NULL) THEN 0E0 ELSE 0.06E0 END) + CASE WHEN (ka_p8 IS NULL) THEN 0E0 ELSE 0.06E0 END) AS ka_s1,
    ka_h
FROM (
SELECT [id], CASE WHEN ((ka_m0 >= (-1.7976931348623157E+308)) AND (ka_m0 <= 1.7976931348623157E+308)) THEN CASE WHEN (ka_m0 >= 1000000E0) THEN CASE WHEN (ka_m0 >= 5000000E0) THEN CASE WHEN (ka_m0 >= 10000000E0) THEN 100E0 ELSE (90E0 + ((ka_m0 - 5000000E0) * 2E-06)) END ELSE (60E0 + ((ka_m0 - 1000000E0) * 7.5E-06)) END WHEN (ka_m0 >= 0E0) THEN CASE WHEN (ka_m0 >= 500000E0) THEN (35E0 + ((ka_m0 - 500000E0) * 5E-05)) ELSE (ka_m0 * 7E-05) END ELSE 0E0 END END AS ka_p0,
    CASE WHEN ((ka_m1 >= (-1000E0)) AND (ka_m1 <= 100E0)) THEN CASE WHEN (ka_m1 >= 10E0) THEN CASE WHEN (ka_m1 >= 25E0) THEN CASE WHEN (ka_m1 >= 40E0) THEN 100E0 ELSE (70E0 + ((ka_m1 - 25E0) * 2E0)) END ELSE (30E0 + ((ka_m1 - 10E0) * 2.6666666666666665E0)) END WHEN (ka_m1 >= 0E0) THEN (ka_m1 * 3E0) ELSE 0E0 END END AS ka_p1,
    CASE WHEN ((ka_m2 >= 0E0) AND (ka_m2 <= 1.7976931348623157E+308)) THEN CASE WHEN (ka_m2 >= 60E0) THEN CASE WHEN (ka_m2 >= 90E0) THEN CASE WHEN (ka_m2 >= 150E0) THEN 0E0 ELSE (30E0 + ((ka_m2 - 90E0) * (-0.5E0))) END ELSE (60E0 + ((ka_m2 - 60E0) * (-1E0))) END WHEN (ka_m2 >= 0E0) THEN CASE WHEN (ka_m2 >= 30E0) THEN (85E0 + ((ka_m2 - 30E0) * (-0.8333333333333334E0))) ELSE (100E0 + (ka_m2 * (-0.5E0))) END ELSE 100E0 END END AS ka_p2,
    CASE WHEN ((ka_m3 >= (-100E0)) AND (ka_m3 <= 1.7976931348623157E+308)) THEN CASE WHEN (ka_m3 >= 0E0) THEN CASE WHEN (ka_m3 >= 5E0) THEN CASE WHEN (ka_m3 >= 15E0) THEN 100E0 ELSE (60E0 + ((ka_m3 - 5E0) * 4E0)) END ELSE (30E0 + (ka_m3 * 6E0)) END WHEN (ka_m3 >= (-5E0)) THEN ((ka_m3 - (-5E0)) * 6E0) ELSE 0E0 END END AS ka_p3,
    CASE WHEN ((ka_m4 >= (-1.7976931348623157E+308)) AND (ka_m4 <= 1.7976931348623157E+308)) THEN CASE WHEN (ka_m4 >= 5000000E0) THEN CASE WHEN (ka_m4 >= 10000000E0) THEN 100E0 ELSE (80E0 + ((ka_m4 - 5000000E0) * 4E-06)) END WHEN (ka_m4 >= 0E0) THEN (ka_m4 * 1.6E-05) ELSE 0E0 END END AS ka_p4,
    CASE WHEN ((ka_m5 >= (-100E0)) AND (ka_m5 <= 1.7976931348623157E+308)) THEN CASE WHEN (ka_m5 >= 0E0) THEN CASE WHEN (ka_m5 >= 20E0) THEN 100E0 ELSE (50E0 + (ka_m5 * 2.5E0)) END WHEN (ka_m5 >= (-20E0)) THEN ((ka_m5 - (-20E0)) * 2.5E0) ELSE 0E0 END END AS ka_p5,
    CASE WHEN (ka_m6 = 'None') THEN 0E0 WHEN (ka_m6 = 'Low') THEN 30E0 WHEN (ka_m6 = 'Medium') THEN 65E0 WHEN (ka_m6 = 'High') THEN 100E0 END AS ka_p6,
    CASE WHEN (ka_m7 = 'None') THEN 0E0 WHEN (ka_m7 = 'Low') THEN 30E0 WHEN (ka_m7 = 'Medium') THEN 65E0 WHEN (ka_m7 = 'High') THEN 100E0 END AS ka_p7,
    CASE WHEN (ka_m8 = 'None') THEN 0E0 WHEN (ka_m8 = 'Low') THEN 30E0 WHEN (ka_m8 = 'Medium') THEN 65E0 WHEN (ka_m8 = 'High') THEN 100E0 END AS ka_p8,
    ka_h
FROM (
SELECT [id], ka_f0 AS ka_m0,
    (100E0 * ka_f1) AS ka_m1,
    ka_f2 AS ka_m2,
    (100E0 * ka_f3) AS ka_m3,
    CASE WHEN (ka_g1 > 10000000E0) THEN CASE WHEN (ka_f0 > 10000000E0) THEN 0E0 ELSE (10000000E0 - ka_f0) END ELSE (ka_g1 - ka_f0) END AS ka_m4,
    (100E0 * ka_f5) AS ka_m5,
    ka_f6 AS ka_m6,
    ka_f7 AS ka_m7,
    ka_f8 AS ka_m8,
    CASE WHEN ((ka_g0 > 90E0) AND ((ka_g0 <= 1.7976931348623157E+308) OR ((-ka_g0) < ka_g0))) THEN 0 WHEN (ka_f10 < 0E0) THEN 1 ELSE 2 END AS ka_h
FROM (
SELECT [id], ka_f0,
    ka_f1,
    ka_f2,
    ka_f3,
    ka_f4,
    ka_f5,
    ka_f6,
    ka_f7,
    ka_f8,
    ka_f9,
    ka_f10,
    CASE WHEN (((ka_f9 >= 0E0) AND ((ka_f9 <= 1.7976931348623157E+308) OR ((-ka_f9) < ka_f9))) AND (ka_f9 <= 1.7976931348623157E+308)) THEN ka_f9 END AS ka_g0,
    CASE WHEN ((ka_f4 >= 0E0) AND ((ka_f0 IS NULL) OR (ka_f4 >= ka_f0))) THEN ka_f4 END AS ka_g1
FROM (
SELECT [id], CAST([AnnualPurchases] AS float) AS ka_f0,
    CAST([GrossMarginRate] AS float) AS ka_f1,
    CAST([CreditDays] AS float) AS ka_f2,
    CAST([MarketGrowthRate] AS float) AS ka_f3,
    CAST([CategorySpend] AS float) AS ka_f4,
    CAST([BudgetTrend] AS float) AS ka_f5,
    [IndustryInfluence] COLLATE Latin1_General_BIN2 AS ka_f6,
    [TechnicalSynergy] COLLATE Latin1_General_BIN2 AS ka_f7,
    [LongTermCommitment] COLLATE Latin1_General_BIN2 AS ka_f8,
    CAST([DebtOverdueDays] AS float) AS ka_f9,
    CAST([NetProfit] AS float) AS ka_f10
FROM [crm].[accounts]
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer1
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer2
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer3
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer4
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer5
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer6
) AS ka_layer7;

SELECT [id], CASE WHEN ka_rule = 0 THEN 'champion' WHEN ka_rule = 1 THEN 'cannotLose' WHEN ka_rule = 2 THEN 'atRisk' WHEN ka_rule = 3 THEN 'hibernating' WHEN ka_rule = 4 THEN 'aboutToSleep' WHEN ka_rule = 5 THEN 'needsAttention' WHEN ka_rule = 6 THEN 'loyal' WHEN ka_rule = 7 THEN 'new' WHEN ka_rule = 8 THEN 'promising' WHEN ka_rule = 9 THEN 'potentialLoyalist' END AS rule_id,
    CASE WHEN ka_rule = 0 THEN 'Champion' WHEN ka_rule = 1 THEN 'CannotLose' WHEN ka_rule = 2 THEN 'AtRisk' WHEN ka_rule = 3 THEN 'Hibernating' WHEN ka_rule = 4 THEN 'AboutToSleep' WHEN ka_rule = 5 THEN 'NeedsAttention' WHEN ka_rule = 6 THEN 'Loyal' WHEN ka_rule = 7 THEN 'New' WHEN ka_rule = 8 THEN 'Promising' WHEN ka_rule = 9 THEN 'PotentialLoyalist' END AS advice
FROM (
SELECT [id], CASE WHEN ka_r0 = 1 THEN 0 WHEN ka_r1 = 1 THEN 1 WHEN ka_r2 = 1 THEN 2 WHEN ka_r3 = 1 THEN 3 WHEN ka_r4 = 1 THEN 4 WHEN ka_r5 = 1 THEN 5 WHEN ka_r6 = 1 THEN 6 WHEN ka_r7 = 1 THEN 7 WHEN ka_r8 = 1 THEN 8 WHEN ka_r9 = 1 THEN 9 END AS ka_rule
FROM (
SELECT [id], CASE WHEN ((ka_g0 = 5) AND (ka_g1 >= 4)) THEN 1 ELSE 0 END AS ka_r0,
    CASE WHEN ((ka_g0 <= 2) AND (ka_g1 = 5)) THEN 1 ELSE 0 END AS ka_r1,
    CASE WHEN ((ka_g0 <= 2) AND (ka_g1 >= 3)) THEN 1 ELSE 0 END AS ka_r2,
    CASE WHEN (((ka_g0 <= 2) AND (ka_g1 <= 2)) AND ((ka_g0 = 1) OR (ka_g1 = 2))) THEN 1 ELSE 0 END AS ka_r3,
    CASE WHEN ((ka_g0 <= 3) AND (ka_g1 <= 2)) THEN 1 ELSE 0 END AS ka_r4,
    CASE WHEN ((ka_g0 = 3) AND (ka_g1 = 3)) THEN 1 ELSE 0 END AS ka_r5,
    CASE WHEN (ka_g1 >= 4) THEN 1 ELSE 0 END AS ka_r6,
    CASE WHEN ((ka_g0 = 5) AND (ka_g1 = 1)) THEN 1 ELSE 0 END AS ka_r7,
    CASE WHEN ((ka_g0 = 4) AND (ka_g1 = 1)) THEN 1 ELSE 0 END AS ka_r8,
    CASE WHEN ((ka_g0 >= 4) AND (ka_g1 <= 3)) THEN 1 ELSE 0 END AS ka_r9
FROM (
SELECT [id], [Recency] AS ka_f0,
    [Frequency] AS ka_f1,
    CASE WHEN (([Recency] >= 1) AND ([Recency] <= 5)) THEN [Recency] END AS ka_g0,
    CASE WHEN (([Frequency] >= 1) AND ([Frequency] <= 5)) THEN [Frequency] END AS ka_g1
FROM [facts]
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer1
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer2
ORDER BY (SELECT 1) OFFSET 0 ROWS
) AS ka_layer3;

WITH ka_portfolio AS (
SELECT [id], CAST([revenue] AS bigint) AS ka_amount
FROM [crm].[accounts]
), ka_amounts AS (
SELECT ka_amount, COUNT(*) AS ka_heads
FROM ka_portfolio
WHERE ka_amount > 0
GROUP BY ka_amount
), ka_ranked AS (
SELECT ka_amount, SUM(CAST(ka_heads AS decimal(38, 0)) * ka_amount) OVER (ORDER BY ka_amount DESC ROWS UNBOUNDED PRECEDING) AS ka_reached
FROM ka_amounts
), ka_whole AS (
SELECT CAST(SUM(CASE WHEN ka_amount > 0 THEN CAST(ka_amount AS decimal(38, 0)) ELSE 0 END) AS decimal(38, 0)) AS ka_all
FROM ka_portfolio
), ka_limits AS (
SELECT MAX(CASE WHEN ka_reached >= (((ka_all - (ka_all % 5)) / 5) * 4 + ((((ka_all % 5) * 4 + 4) - (((ka_all % 5) * 4 + 4) % 5)) / 5)) THEN ka_amount END) AS ka_a,
    MAX(CASE WHEN ka_reached >= (((ka_all - (ka_all % 20)) / 20) * 19 + ((((ka_all % 20) * 19 + 19) - (((ka_all % 20) * 19 + 19) % 20)) / 20)) THEN ka_amount END) AS ka_b
FROM ka_ranked CROSS JOIN ka_whole
)
SELECT [id], CASE WHEN ka_amount IS NULL THEN NULL WHEN ka_amount > 0 AND ka_amount >= COALESCE(ka_a, 0) THEN 'A' WHEN ka_amount > 0 AND ka_amount >= COALESCE(ka_b, 0) THEN 'B' ELSE 'C' END AS tier
FROM ka_portfolio CROSS JOIN ka_limits;

SELECT ka_account AS account, ka_days AS days_since_purchase, ka_orders AS orders, ka_money AS amount,
    ka_recency AS recency, ka_frequency AS frequency, ka_value AS money,
    CASE WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 5) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END >= 4)) THEN 'Champion' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END <= 2) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 5)) THEN 'CannotLose' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END <= 2) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END >= 3)) THEN 'AtRisk' WHEN (((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END <= 2) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END <= 2)) AND ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 1) OR (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 2))) THEN 'Hibernating' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END <= 3) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END <= 2)) THEN 'AboutToSleep' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 3) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 3)) THEN 'NeedsAttention' WHEN (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END >= 4) THEN 'Loyal' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 5) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 1)) THEN 'New' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 4) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 1)) THEN 'Promising' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END >= 4) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END <= 3)) THEN 'PotentialLoyalist' END AS segment
FROM (
SELECT ka_account, ka_days, ka_orders, ka_money,
    5 - (CASE WHEN ka_days > ka_days_1 THEN 1 ELSE 0 END + CASE WHEN ka_days > ka_days_2 THEN 1 ELSE 0 END + CASE WHEN ka_days > ka_days_3 THEN 1 ELSE 0 END + CASE WHEN ka_days > ka_days_4 THEN 1 ELSE 0 END) AS ka_recency,
    1 + CASE WHEN ka_orders > ka_orders_1 THEN 1 ELSE 0 END + CASE WHEN ka_orders > ka_orders_2 THEN 1 ELSE 0 END + CASE WHEN ka_orders > ka_orders_3 THEN 1 ELSE 0 END + CASE WHEN ka_orders > ka_orders_4 THEN 1 ELSE 0 END AS ka_frequency,
    1 + CASE WHEN ka_money > ka_money_1 THEN 1 ELSE 0 END + CASE WHEN ka_money > ka_money_2 THEN 1 ELSE 0 END + CASE WHEN ka_money > ka_money_3 THEN 1 ELSE 0 END + CASE WHEN ka_money > ka_money_4 THEN 1 ELSE 0 END AS ka_value
FROM (
SELECT ka_account, DATEDIFF(day, ka_last, CAST('2026-03-31' AS date)) AS ka_days, ka_orders, ka_money
FROM (
SELECT ka_account, MAX(CASE WHEN ka_amount > 0 THEN ka_date END) AS ka_last, COUNT(DISTINCT CASE WHEN ka_amount > 0 THEN ka_date END) AS ka_orders, SUM(ka_amount) AS ka_money
FROM (
SELECT [account] AS ka_account, [day] AS ka_date, CAST([amount] AS decimal(38, 0)) AS ka_amount
FROM [crm].[purchases]
) AS ka_purchases
WHERE ka_date <= CAST('2026-03-31' AS date) AND ka_account IS NOT NULL AND ka_amount IS NOT NULL
GROUP BY ka_account
) AS ka_sums
WHERE ka_orders > 0
) AS ka_customers CROSS JOIN (
SELECT MAX(CASE WHEN ka_n0 * 5 >= 1 * ka_n AND (ka_n0 - 1) * 5 < 1 * ka_n THEN ka_days END) AS ka_days_1,
    MAX(CASE WHEN ka_n0 * 5 >= 2 * ka_n AND (ka_n0 - 1) * 5 < 2 * ka_n THEN ka_days END) AS ka_days_2,
    MAX(CASE WHEN ka_n0 * 5 >= 3 * ka_n AND (ka_n0 - 1) * 5 < 3 * ka_n THEN ka_days END) AS ka_days_3,
    MAX(CASE WHEN ka_n0 * 5 >= 4 * ka_n AND (ka_n0 - 1) * 5 < 4 * ka_n THEN ka_days END) AS ka_days_4,
    MAX(CASE WHEN ka_n1 * 5 >= 1 * ka_n AND (ka_n1 - 1) * 5 < 1 * ka_n THEN ka_orders END) AS ka_orders_1,
    MAX(CASE WHEN ka_n1 * 5 >= 2 * ka_n AND (ka_n1 - 1) * 5 < 2 * ka_n THEN ka_orders END) AS ka_orders_2,
    MAX(CASE WHEN ka_n1 * 5 >= 3 * ka_n AND (ka_n1 - 1) * 5 < 3 * ka_n THEN ka_orders END) AS ka_orders_3,
    MAX(CASE WHEN ka_n1 * 5 >= 4 * ka_n AND (ka_n1 - 1) * 5 < 4 * ka_n THEN ka_orders END) AS ka_orders_4,
    MAX(CASE WHEN ka_n2 * 5 >= 1 * ka_n AND (ka_n2 - 1) * 5 < 1 * ka_n THEN ka_money END) AS ka_money_1,
    MAX(CASE WHEN ka_n2 * 5 >= 2 * ka_n AND (ka_n2 - 1) * 5 < 2 * ka_n THEN ka_money END) AS ka_money_2,
    MAX(CASE WHEN ka_n2 * 5 >= 3 * ka_n AND (ka_n2 - 1) * 5 < 3 * ka_n THEN ka_money END) AS ka_money_3,
    MAX(CASE WHEN ka_n2 * 5 >= 4 * ka_n AND (ka_n2 - 1) * 5 < 4 * ka_n THEN ka_money END) AS ka_money_4
FROM (
SELECT ka_days, ka_orders, ka_money, COUNT(*) OVER () AS ka_n,
    ROW_NUMBER() OVER (ORDER BY ka_days) AS ka_n0,
    ROW_NUMBER() OVER (ORDER BY ka_orders) AS ka_n1,
    ROW_NUMBER() OVER (ORDER BY ka_money) AS ka_n2
FROM (
SELECT ka_account, DATEDIFF(day, ka_last, CAST('2026-03-31' AS date)) AS ka_days, ka_orders, ka_money
FROM (
SELECT ka_account, MAX(CASE WHEN ka_amount > 0 THEN ka_date END) AS ka_last, COUNT(DISTINCT CASE WHEN ka_amount > 0 THEN ka_date END) AS ka_orders, SUM(ka_amount) AS ka_money
FROM (
SELECT [account] AS ka_account, [day] AS ka_date, CAST([amount] AS decimal(38, 0)) AS ka_amount
FROM [crm].[purchases]
) AS ka_purchases
WHERE ka_date <= CAST('2026-03-31' AS date) AND ka_account IS NOT NULL AND ka_amount IS NOT NULL
GROUP BY ka_account
) AS ka_sums
WHERE ka_orders > 0
) AS ka_customers
) AS ka_numbered
) AS ka_cuts
) AS ka_scores;

SELECT ka_account AS account, ka_days AS days_since_purchase, ka_orders AS orders, ka_money AS amount,
    ka_recency AS recency, ka_frequency AS frequency, ka_value AS money,
    CASE WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 5) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END >= 4)) THEN 'Champion' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END <= 2) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 5)) THEN 'CannotLose' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END <= 2) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END >= 3)) THEN 'AtRisk' WHEN (((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END <= 2) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END <= 2)) AND ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 1) OR (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 2))) THEN 'Hibernating' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END <= 3) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END <= 2)) THEN 'AboutToSleep' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 3) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 3)) THEN 'NeedsAttention' WHEN (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END >= 4) THEN 'Loyal' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 5) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 1)) THEN 'New' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END = 4) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END = 1)) THEN 'Promising' WHEN ((CASE WHEN ((ka_recency >= 1) AND (ka_recency <= 5)) THEN ka_recency END >= 4) AND (CASE WHEN ((ka_frequency >= 1) AND (ka_frequency <= 5)) THEN ka_frequency END <= 3)) THEN 'PotentialLoyalist' END AS segment
FROM (
SELECT ka_account, ka_days, ka_orders, ka_money,
    5 - (CASE WHEN ka_days > 1 THEN 1 ELSE 0 END + CASE WHEN ka_days > 2 THEN 1 ELSE 0 END + CASE WHEN ka_days > 3 THEN 1 ELSE 0 END + CASE WHEN ka_days > 4 THEN 1 ELSE 0 END) AS ka_recency,
    1 + CASE WHEN ka_orders > 1 THEN 1 ELSE 0 END + CASE WHEN ka_orders > 2 THEN 1 ELSE 0 END + CASE WHEN ka_orders > 3 THEN 1 ELSE 0 END + CASE WHEN ka_orders > 4 THEN 1 ELSE 0 END AS ka_frequency,
    1 + CASE WHEN ka_money > (-1.5) THEN 1 ELSE 0 END + CASE WHEN ka_money > 2 THEN 1 ELSE 0 END + CASE WHEN ka_money > 3.25 THEN 1 ELSE 0 END + CASE WHEN ka_money > 4 THEN 1 ELSE 0 END AS ka_value
FROM (
SELECT ka_account, DATEDIFF(day, ka_last, CAST('2026-03-31' AS date)) AS ka_days, ka_orders, ka_money
FROM (
SELECT ka_account, MAX(CASE WHEN ka_amount > 0 THEN ka_date END) AS ka_last, COUNT(DISTINCT CASE WHEN ka_amount > 0 THEN ka_date END) AS ka_orders, SUM(ka_amount) AS ka_money
FROM (
SELECT [account] AS ka_account, [day] AS ka_date, CAST([amount] AS decimal(38, 0)) AS ka_amount
FROM [crm].[purchases]
) AS ka_purchases
WHERE ka_date <= CAST('2026-03-31' AS date) AND ka_account IS NOT NULL AND ka_amount IS NOT NULL
GROUP BY ka_account
) AS ka_sums
WHERE ka_orders > 0
) AS ka_customers
) AS ka_scores;
